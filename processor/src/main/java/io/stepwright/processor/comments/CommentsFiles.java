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
 * Keeps comments in files beside the class files: class files have none, and a type may be compiled
 * earlier than the agent that uses it, or in another module.
 */
public final class CommentsFiles {

  private static final String FOLDER = "META-INF/stepwright/descriptions/";

  /** A file that is larger is not one of ours. */
  private static final int MOST_BYTES = 1 << 20;

  private final Filer filer;

  /** The files that a compiler reads and writes. */
  public CommentsFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * The comments that were kept of a type.
   *
   * @param module the name of the type's module; empty if it is in none
   */
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

  /** Whether a class was compiled into the folder that is compiled into now. */
  public boolean isInOutput(String packageName, String classFile) {
    return open(StandardLocation.CLASS_OUTPUT, packageName, classFile, 1).isPresent();
  }

  /**
   * Keeps comments.
   *
   * @param type the type, so that tools know whose file this is
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

  /** Compilers differ in what they throw for a location or a file that they do not have. */
  private Optional<byte[]> open(
      StandardLocation location, String packageName, String path, int most) {
    try (InputStream in = filer.getResource(location, packageName, path).openInputStream()) {
      return Optional.of(in.readNBytes(most));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
