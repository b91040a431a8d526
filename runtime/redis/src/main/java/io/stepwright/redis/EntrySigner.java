package io.stepwright.redis;

import io.stepwright.spi.Turn;
import io.stepwright.spi.cache.CacheEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs entries and conversations with HMAC-SHA256 (RFC 2104), so that a client with write access
 * to the server but without the secret cannot make, change or exchange them. Thread-safe.
 */
final class EntrySigner {

  private static final String HMAC = "HmacSHA256";

  /**
   * Prefixes of the signed data with purpose and version, so that no signature is valid for another
   * purpose.
   */
  private static final String OF_ENTRIES = "stepwright cache entry 1";

  private static final String OF_STEPS = "stepwright cache step 1";

  private static final String OF_CONVERSATIONS = "stepwright conversation 1";

  private final SecretKeySpec key;

  // Cloned for each entry: the look-up of an algorithm takes as long as a short signature.
  private final Mac keyed;

  /** Makes the signer of a secret. */
  EntrySigner(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    keyed = newMac();
  }

  /** Returns the signature of all fields of an entry. */
  byte[] sign(CacheEntry entry) {
    Signed signed = new Signed(mac());
    signed.add(OF_ENTRIES);
    signed.add(entry.step());
    signed.add(entry.partition());
    signed.add(entry.id());
    signed.add(entry.text());
    signed.add(entry.vector());
    signed.add(entry.answer());
    signed.add(entry.createdMillis());
    signed.add(entry.expiresMillis());
    signed.add(entry.inputTokens());
    signed.add(entry.outputTokens());
    return signed.end();
  }

  /** Tells whether a signature is valid for an entry, by a constant-time comparison. */
  boolean isValid(CacheEntry entry, byte @Nullable [] signature) {
    return signature != null && MessageDigest.isEqual(sign(entry), signature);
  }

  /** Returns the signature of a conversation of texts, in lower-case hexadecimal. */
  String sign(String id, List<Turn> turns) {
    Signed signed = new Signed(mac());
    signed.add(OF_CONVERSATIONS);
    signed.add(id);
    signed.add(turns.size());
    for (Turn turn : turns) {
      signed.add(turn.role());
      signed.add(turn.display());
    }
    return HexFormat.of().formatHex(signed.end());
  }

  /** Returns a name that reveals nothing, in lower-case hexadecimal. */
  String digest(String text) {
    Signed signed = new Signed(mac());
    signed.add(OF_STEPS);
    signed.add(text);
    return HexFormat.of().formatHex(signed.end());
  }

  private Mac mac() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      // Some security providers keep them in hardware.
      return newMac();
    }
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
    }
  }

  /** A sequence of values, each prefixed with its length. */
  private static final class Signed {

    private static final int ABSENT = -1;

    private final Mac mac;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);

    Signed(Mac mac) {
      this.mac = mac;
    }

    void add(@Nullable String text) {
      add(text == null ? ABSENT : text.length());
      for (int i = 0; text != null && i < text.length(); i++) {
        room().putChar(text.charAt(i));
      }
    }

    void add(float @Nullable [] vector) {
      add(vector == null ? ABSENT : vector.length);
      for (int i = 0; vector != null && i < vector.length; i++) {
        room().putInt(Float.floatToRawIntBits(vector[i]));
      }
    }

    void add(long number) {
      room().putLong(number);
    }

    byte[] end() {
      flush();
      return mac.doFinal();
    }

    private ByteBuffer room() {
      if (buffer.remaining() < Long.BYTES) {
        flush();
      }
      return buffer;
    }

    private void flush() {
      mac.update(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
  }

  @Override
  public String toString() {
    return "EntrySigner";
  }
}
