package io.stepwright.maven.classes;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relevant content of a class file. The file is parsed by hand, according to chapter 4 of the
 * Java Virtual Machine Specification. Its format is stable, whereas libraries that read class files
 * fail on versions of JDKs that are newer than the library.
 *
 * @param name the binary name of the class
 * @param sourceFile the name of its source file; null if the class file does not record it
 * @param annotations the binary names of its annotations of retention {@code CLASS}
 */
public record ClassFile(String name, @Nullable String sourceFile, Set<String> annotations) {

  /**
   * Reads a class file.
   *
   * @throws IOException if the file cannot be read or is not a class file
   */
  public static ClassFile read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new ClassFileReader(in).read();
    } catch (IOException e) {
      throw new IOException("Cannot read the class file %s: %s".formatted(file, e), e);
    }
  }

  /** Returns the name of its package; empty for the unnamed package. */
  public String packageName() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Returns its binary name without the package. */
  public String nameInPackage() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
