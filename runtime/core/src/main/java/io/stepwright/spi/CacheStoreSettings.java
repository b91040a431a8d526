package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about a store. Immutable.
 *
 * @param url {@code stepwright.cache.<store>.url}, or null
 * @param timeout how long a look-up may take altogether: {@code stepwright.cache.timeout}
 */
public record CacheStoreSettings(@Nullable String url, Duration timeout) {

  /** Leaves out the URL: it may hold a password. */
  @Override
  public String toString() {
    return "CacheStoreSettings[timeout=" + timeout + "]";
  }
}
