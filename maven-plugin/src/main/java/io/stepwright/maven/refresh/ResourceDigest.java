package io.stepwright.maven.refresh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Computes the digest of a file as the processor reads it: without a byte order mark, with line
 * feeds as line ends. Other line ends alone therefore cause no recompilation.
 */
final class ResourceDigest {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ResourceDigest() {}

  /** Returns the SHA-256 digest in lower-case hexadecimal. */
  static String of(Path file) throws IOException {
    try {
      byte[] text = normalized(Files.readAllBytes(file));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static byte[] normalized(byte[] bytes) {
    boolean marked =
        bytes.length >= BYTE_ORDER_MARK.length && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    ByteArrayOutputStream text = new ByteArrayOutputStream(bytes.length);
    for (int i = marked ? BYTE_ORDER_MARK.length : 0; i < bytes.length; i++) {
      boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (!pair) {
        text.write(bytes[i] == '\r' ? '\n' : bytes[i]);
      }
    }
    return text.toByteArray();
  }
}
