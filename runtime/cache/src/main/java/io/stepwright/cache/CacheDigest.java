package io.stepwright.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a sequence of texts. Different sequences are never confused: the length of each text
 * is included, and a text that UTF-8 cannot represent, because of a lone surrogate, is included as
 * UTF-16, which its length tells. Not thread-safe.
 */
public final class CacheDigest {

  private static final CacheDigests PLAIN = new CacheDigests(null);

  private final @Nullable MessageDigest plain;
  private final @Nullable Mac keyed;

  /** Makes an empty SHA-256 digest, without a secret. */
  public CacheDigest() {
    this(PLAIN.plain(), null);
  }

  CacheDigest(@Nullable MessageDigest plain, @Nullable Mac keyed) {
    this.plain = plain;
    this.keyed = keyed;
  }

  /** Adds a text. Returns this digest. */
  public CacheDigest add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Comparing the whole text is much faster than a search for lone surrogates.
    if (new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      add(bytes.length, bytes);
    } else {
      byte[] units = units(text);
      add(~units.length, units); // Negative, as no other length is.
    }
    return this;
  }

  /** Returns the digest in lower-case hexadecimal. Nothing can be added after this call. */
  public String hex() {
    return HexFormat.of().formatHex(keyed != null ? keyed.doFinal() : plain().digest());
  }

  private void add(int length, byte[] bytes) {
    byte[] header = {
      (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
    };
    if (keyed != null) {
      keyed.update(header);
      keyed.update(bytes);
    } else {
      plain().update(header);
      plain().update(bytes);
    }
  }

  private MessageDigest plain() {
    if (plain == null) {
      throw new IllegalStateException("A digest has one of both.");
    }
    return plain;
  }

  private static byte[] units(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      bytes[2 * i] = (byte) (unit >>> 8);
      bytes[2 * i + 1] = (byte) unit;
    }
    return bytes;
  }
}
