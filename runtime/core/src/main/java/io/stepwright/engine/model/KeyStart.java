package io.stepwright.engine.model;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Makes the beginning of idempotency keys, which differs between processes. The keys are unique
 * names and no secrets.
 *
 * <p>Reads the random numbers of the operating system directly where it can: {@link
 * UUID#randomUUID} reads the same ones, but first loads the security providers of the JDK, which
 * takes a large part of the processor time of a first call.
 */
final class KeyStart {

  private static final int BYTES = 2 * Long.BYTES;

  private KeyStart() {}

  /** Returns a text of ASCII letters, digits and dashes. */
  static String make() {
    return make("/dev/urandom");
  }

  /**
   * Returns a text of ASCII letters, digits and dashes.
   *
   * @param device the file with random bytes; systems without it, such as Windows, get a UUID
   */
  static String make(String device) {
    byte[] random = new byte[BYTES];
    try (InputStream in = new FileInputStream(device)) {
      if (in.readNBytes(random, 0, BYTES) < BYTES) {
        return uuid();
      }
    } catch (IOException | SecurityException e) {
      return uuid();
    }
    ByteBuffer numbers = ByteBuffer.wrap(random);
    return "stepwright-"
        + Long.toHexString(numbers.getLong())
        + "-"
        + Long.toHexString(numbers.getLong())
        + "-";
  }

  private static String uuid() {
    return "stepwright-" + UUID.randomUUID() + "-";
  }
}
