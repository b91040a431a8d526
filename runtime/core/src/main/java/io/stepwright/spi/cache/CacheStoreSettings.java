package io.stepwright.spi.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a store. Immutable.
 *
 * @param url {@code stepwright.cache.<store>.url}, or null
 * @param timeout the time limit of a whole look-up: {@code stepwright.cache.timeout}
 * @param prefix the prefix of all key names: {@code stepwright.cache.<store>.prefix}, or null for
 *     the store's own
 * @param namespace {@code stepwright.cache.namespace}, empty if there is none; all partitions
 *     include it already, so a store needs it only for other data that it keeps
 * @param secret {@code stepwright.cache.secret}, or null: with a secret, a store that others can
 *     write to signs its entries and serves only signed ones
 */
public record CacheStoreSettings(
    @Nullable String url,
    Duration timeout,
    @Nullable String prefix,
    String namespace,
    @Nullable String secret) {

  /** Makes settings without a prefix, a namespace and a secret. */
  public CacheStoreSettings(@Nullable String url, Duration timeout) {
    this(url, timeout, null, "", null);
  }

  /** Leaves out the URL, which may hold a password, and the secret. */
  @Override
  public String toString() {
    return "CacheStoreSettings[timeout=" + timeout + "]";
  }
}
