package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about a store. Immutable.
 *
 * @param url {@code stepwright.cache.<store>.url}, or null
 * @param timeout how long a look-up may take altogether: {@code stepwright.cache.timeout}
 * @param prefix what the names of all keys begin with: {@code stepwright.cache.<store>.prefix}, or
 *     null for the store's own
 * @param namespace {@code stepwright.cache.namespace}, empty if there is none; it is part of all
 *     partitions already, so a store needs it only for what it keeps beside them
 * @param secret {@code stepwright.cache.secret}, or null: with it a store that others can write to
 *     signs its entries, and serves none that is not signed
 */
public record CacheStoreSettings(
    @Nullable String url,
    Duration timeout,
    @Nullable String prefix,
    String namespace,
    @Nullable String secret) {

  /** Settings without a prefix, a namespace and a secret. */
  public CacheStoreSettings(@Nullable String url, Duration timeout) {
    this(url, timeout, null, "", null);
  }

  /** Leaves out the URL, which may hold a password, and the secret. */
  @Override
  public String toString() {
    return "CacheStoreSettings[timeout=" + timeout + "]";
  }
}
