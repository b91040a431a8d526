package io.stepwright.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the bytes of media from files and resources. */
final class MediaFiles {

  private MediaFiles() {}

  /**
   * Returns the bytes of a file.
   *
   * @throws MediaException if it is no regular file, is too large or cannot be read
   */
  static byte[] read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new MediaException(name(file) + " is no file.", null);
      }
      if (Files.size(file) > MediaKind.MOST_BYTES) {
        throw MediaKind.tooLarge(name(file));
      }
      try (InputStream in = Files.newInputStream(file)) {
        return read(in);
      }
    } catch (IOException e) {
      throw new MediaException(name(file) + " cannot be read.", e);
    }
  }

  /** Returns the name of a file for messages. */
  static String name(Path file) {
    return "File '" + file + "'";
  }

  /**
   * Returns the bytes of a resource of the class path.
   *
   * @throws MediaException if there is no such resource, or it is too large or cannot be read
   */
  static byte[] read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new MediaException(
            name(resource) + " is not on the class path of " + beside.getName() + ".", null);
      }
      return read(in);
    } catch (IOException e) {
      throw new MediaException(name(resource) + " cannot be read.", e);
    }
  }

  /** Returns the name of a resource for messages. */
  static String name(String resource) {
    return "Resource '" + resource + "'";
  }

  /** Returns at most one byte more than a medium may have. */
  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(MediaKind.MOST_BYTES + 1);
  }
}
