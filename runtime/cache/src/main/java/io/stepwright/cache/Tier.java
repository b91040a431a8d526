package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The storage behind the exact answers of this process. Thread-safe. */
interface Tier {

  /** The number of entries that are compared with a question. */
  int NEAREST = 8;

  /**
   * Looks for a question, within the budget. Never fails.
   *
   * @param text the text that is compared by meaning, or null
   */
  TierResult look(CacheQuestion question, @Nullable String text) throws InterruptedException;

  /** Begins preparations in the background; returns at once. */
  default void prepare() {}

  /** Waits until the tier is ready. Returns false if the limit is reached first. */
  default boolean warmUp(Duration limit) throws InterruptedException {
    return true;
  }

  /** Waits until this process may ask the model, or another process has answered. */
  default LeaseResult lease(CacheQuestion question, AnswerSource<?, ?> asking)
      throws InterruptedException {
    return LeaseResult.UNLEASED;
  }

  /** Records that an entry was served by meaning. */
  void served(CacheEntry entry);

  /**
   * Keeps an entry that the exact answers of this process hold already, within the budget. Never
   * fails.
   *
   * @param evictions the number of evictions of its step when the answer was requested
   */
  void keep(CacheEntry entry, long evictions) throws InterruptedException;

  /** Replaces an entry by the same one with a vector; does nothing if it is gone. */
  void index(CacheEntry entry, long evictions, Budget budget)
      throws UnavailableException, InterruptedException;

  /** Removes an entry, possibly later. Never fails. */
  void remove(CacheEntry entry);

  /**
   * Removes all entries of a step.
   *
   * @throws CacheStoreException if some may still be present
   */
  void evict(String step) throws CacheStoreException;

  /**
   * Removes all entries of a step with an id.
   *
   * @throws CacheStoreException if some may still be present
   */
  void evict(String step, String id) throws CacheStoreException;

  /** Returns the number of answers that could not be written to the store in time. */
  long failedWrites();
}
