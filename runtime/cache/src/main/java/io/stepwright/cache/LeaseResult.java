package io.stepwright.cache;

import io.stepwright.spi.cache.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the coordination between processes that share a store: this process may ask the
 * model, or another one has answered. Closed as soon as the answer is kept, or there is none.
 *
 * @param entry the answer of another process, or null
 * @param end ends the lease of this process; does nothing if it has none
 */
record LeaseResult(@Nullable CacheEntry entry, Runnable end) implements AutoCloseable {

  /** The permission to ask without a lease. */
  static final LeaseResult UNLEASED = new LeaseResult(null, () -> {});

  static LeaseResult answered(CacheEntry entry) {
    return new LeaseResult(entry, () -> {});
  }

  static LeaseResult leased(Runnable end) {
    return new LeaseResult(null, end);
  }

  @Override
  public void close() {
    end.run();
  }
}
