package io.stepwright.maven.classes;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The little that we want to know of a class file. It is read by hand, after chapter 4 of the Java
 * Virtual Machine Specification: that form is stable, while libraries that read class files know
 * only the versions up to their own day and fail on those of a newer JDK.
 *
 * @param name the binary name of the class
 * @param sourceFile the name of the file that it was compiled from; null if that was not recorded
 * @param annotations the binary names of its annotations of retention {@code CLASS}
 */
public record ClassFile(String name, @Nullable String sourceFile, Set<String> annotations) {

  /**
   * Reads a class file.
   *
   * @throws IOException if it cannot be read or is no class file
   */
  public static ClassFile read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new ClassFileReader(in).read();
    } catch (IOException e) {
      throw new IOException("Cannot read the class file %s: %s".formatted(file, e), e);
    }
  }

  /** The name of its package; empty for the unnamed one. */
  public String packageName() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Its binary name without the package. */
  public String nameInPackage() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
