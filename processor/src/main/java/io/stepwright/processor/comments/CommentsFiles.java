package io.stepwright.processor.comments;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Stores comments in files beside the class files. Class files hold no comments, and a type may be
 * compiled earlier than the agent that uses it, or in another module.
 */
public final class CommentsFiles {

  private static final String FOLDER = "META-INF/stepwright/descriptions/";

  /** Files larger than this limit, in bytes, are not written by this class and are ignored. */
  private static final int MOST_BYTES = 1 << 20;

  private final Filer filer;

  /** Creates a store in the files that a compiler reads and writes. */
  public CommentsFiles(Filer filer) {
    this.filer = filer;
  }

  /** Reads the stored comments of a type. */
  public Optional<TypeComments> find(String binaryName, String module) {
    String path = FOLDER + binaryName + ".json";
    return read(StandardLocation.CLASS_OUTPUT, "", path)
        .or(() -> read(StandardLocation.CLASS_PATH, "", path))
        .or(
            () ->
                module.isEmpty()
                    ? Optional.empty()
                    : read(StandardLocation.MODULE_PATH, module + "/", path))
        .flatMap(CommentsText::read);
  }

  /** Returns whether a class file exists in the output folder of this compilation. */
  public boolean isInOutput(String packageName, String classFile) {
    return open(StandardLocation.CLASS_OUTPUT, packageName, classFile, 1).isPresent();
  }

  /**
   * Stores the comments of a type.
   *
   * @param type the type, which tools record as the origin of the file
   * @throws IOException if the file cannot be written
   */
  public void write(String binaryName, TypeComments comments, TypeElement type) throws IOException {
    try (Writer file =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + binaryName + ".json", type)
            .openWriter()) {
      file.write(CommentsText.write(binaryName, comments));
    }
  }

  private Optional<String> read(StandardLocation location, String packageName, String path) {
    return open(location, packageName, path, MOST_BYTES + 1)
        .filter(bytes -> bytes.length <= MOST_BYTES)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Compilers throw different exceptions for a location or a file that does not exist. */
  private Optional<byte[]> open(
      StandardLocation location, String packageName, String path, int most) {
    try (InputStream in = filer.getResource(location, packageName, path).openInputStream()) {
      return Optional.of(in.readNBytes(most));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
