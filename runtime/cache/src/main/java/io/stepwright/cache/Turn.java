package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to ask the model, among the processes that share a store: ours, or somebody's
 * who has answered meanwhile. Closed as soon as the answer is kept, or there is none.
 *
 * @param entry the answer of somebody else, or null
 * @param end ends our lease; does nothing if we have none
 */
record Turn(@Nullable CacheEntry entry, Runnable end) implements AutoCloseable {

  /** Ours, whoever else asks. */
  static final Turn OURS = new Turn(null, () -> {});

  static Turn answered(CacheEntry entry) {
    return new Turn(entry, () -> {});
  }

  static Turn leased(Runnable end) {
    return new Turn(null, end);
  }

  @Override
  public void close() {
    end.run();
  }
}
