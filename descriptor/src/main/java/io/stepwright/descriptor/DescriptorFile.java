package io.stepwright.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a descriptor, up to a maximum size. */
public final class DescriptorFile {

  /**
   * The maximum size in bytes, far above real sizes: the descriptor of an agent with a few steps
   * has a few KiB.
   */
  public static final int LARGEST = 16 << 20;

  private DescriptorFile() {}

  /**
   * Returns the text of a file.
   *
   * @throws DescriptorException if the text is larger than {@link #LARGEST}, or not in UTF-8
   * @throws IOException if the text cannot be read
   */
  public static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Returns the text of a stream, which stays open.
   *
   * @param place the origin of the text, for messages
   * @throws DescriptorException if the text is larger than {@link #LARGEST}, or not in UTF-8
   * @throws IOException if the text cannot be read
   */
  public static String read(InputStream in, String place) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new DescriptorException(
          place + " cannot be read: it is larger than " + LARGEST + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DescriptorException(place + " cannot be read: it is not in UTF-8", e);
    }
  }
}
