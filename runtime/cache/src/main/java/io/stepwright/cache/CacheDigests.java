package io.stepwright.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes digests: SHA-256, or, with a secret, HMAC-SHA256 (RFC 2104), so that a short value cannot
 * be guessed without the secret. Thread-safe.
 */
public final class CacheDigests {

  private static final String HMAC = "HmacSHA256";
  private static final String PURPOSE = "stepwright cache keys";

  private final @Nullable SecretKeySpec key;

  // Cloned for each digest: the look-up of an algorithm takes as long as a short digest.
  private final @Nullable MessageDigest plain;
  private final @Nullable Mac keyed;

  /**
   * Makes the factory.
   *
   * @param secret the secret, or null for digests without one
   */
  public CacheDigests(@Nullable String secret) {
    key = secret == null ? null : key(secret);
    plain = key == null ? newPlain() : null;
    keyed = key == null ? null : newKeyed(key);
  }

  /** Returns a new digest without any text. */
  public CacheDigest start() {
    return new CacheDigest(plain(), keyed());
  }

  @Nullable MessageDigest plain() {
    try {
      return plain == null ? null : (MessageDigest) plain.clone();
    } catch (CloneNotSupportedException e) {
      // Some security providers keep digests in hardware.
      return newPlain();
    }
  }

  private @Nullable Mac keyed() {
    try {
      return keyed == null ? null : (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      return newKeyed(Objects.requireNonNull(key));
    }
  }

  private static MessageDigest newPlain() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static Mac newKeyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /**
   * A derived key, so that a digest is never mistaken for another signature with the same secret.
   */
  private static SecretKeySpec key(String secret) {
    Mac mac = newKeyed(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
    return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), HMAC);
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("Every Java platform has SHA-256.", e);
  }
}
