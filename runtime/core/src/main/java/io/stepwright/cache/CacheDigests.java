package io.stepwright.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes digests: SHA-256, or, with a secret, HMAC-SHA256 (RFC 2104), so that nobody without it can
 * find a short value by trying. Thread-safe.
 */
public final class CacheDigests {

  private static final String HMAC = "HmacSHA256";
  private static final String PURPOSE = "stepwright cache keys";

  // Copied for each digest: to look an algorithm up takes as long as a short digest.
  private final @Nullable MessageDigest plain;
  private final @Nullable Mac keyed;

  /**
   * Digests of one kind.
   *
   * @param secret null for digests that everybody can compute
   */
  public CacheDigests(@Nullable String secret) {
    try {
      plain = secret == null ? MessageDigest.getInstance("SHA-256") : null;
      keyed = secret == null ? null : keyed(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** A digest of nothing yet. */
  public CacheDigest start() {
    return new CacheDigest(plain(), keyed());
  }

  @Nullable MessageDigest plain() {
    try {
      return plain == null ? null : (MessageDigest) plain.clone();
    } catch (CloneNotSupportedException e) {
      throw notCopied(e);
    }
  }

  private @Nullable Mac keyed() {
    try {
      return keyed == null ? null : (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw notCopied(e);
    }
  }

  private static IllegalStateException notCopied(CloneNotSupportedException e) {
    return new IllegalStateException(
        "The first security provider of this JVM has a SHA-256 that cannot be copied. Let one come"
            + " first whose can, such as SUN and SunJCE.",
        e);
  }

  /** With a key of its own, so that a digest is never taken for something else that is signed. */
  private static Mac keyed(String secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
    byte[] key = mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
    mac.init(new SecretKeySpec(key, HMAC));
    return mac;
  }
}
