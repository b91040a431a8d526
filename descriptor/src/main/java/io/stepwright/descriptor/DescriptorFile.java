package io.stepwright.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a descriptor, up to a size. */
public final class DescriptorFile {

  /** In bytes: far above any; an agent of a few steps has a few KiB. */
  public static final int LARGEST = 16 << 20;

  private DescriptorFile() {}

  /**
   * The text of a file.
   *
   * @throws DescriptorException if it is larger than {@link #LARGEST}
   * @throws IOException if it cannot be read
   */
  public static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * The text of a stream, which stays open.
   *
   * @param place where it comes from, for messages
   * @throws DescriptorException if it is larger than {@link #LARGEST}
   * @throws IOException if it cannot be read
   */
  public static String read(InputStream in, String place) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new DescriptorException(
          place + " cannot be read: it is larger than " + LARGEST + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
