package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What stands behind the exact answers of this process. Thread-safe. */
interface Tier {

  /** How many entries are compared with a question. */
  int NEAREST = 8;

  /**
   * Looks for a question, within the budget. Never fails.
   *
   * @param text what is compared by meaning, or null if nothing is
   */
  Found look(CacheQuestion question, @Nullable String text) throws InterruptedException;

  /** Begins to get ready in the background; returns at once. */
  default void prepare() {}

  /** Waits until it is ready, as long as is said; true if it is. */
  default boolean warmUp(Duration limit) throws InterruptedException {
    return true;
  }

  /**
   * Waits until it is our turn to ask, among all who share it, or somebody else's answer is there.
   */
  default Turn turn(CacheQuestion question, AnswerSource<?, ?> asking) throws InterruptedException {
    return Turn.OURS;
  }

  /** An entry was served by meaning. */
  void served(CacheEntry entry);

  /**
   * Keeps an entry that the exact answers of this process hold already, within the budget. Never
   * fails.
   *
   * @param evictions how many evictions of its step there were when it was asked for
   */
  void keep(CacheEntry entry, long evictions) throws InterruptedException;

  /** Puts an entry in place of the same one without a vector; if that is gone, does nothing. */
  void index(CacheEntry entry, long evictions, Budget budget)
      throws UnavailableException, InterruptedException;

  /** Forgets an entry, sometime. Never fails. */
  void remove(CacheEntry entry);

  /**
   * Forgets all entries of a step.
   *
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step) throws CacheStoreException;

  /**
   * Forgets all entries of a step with an id.
   *
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step, String id) throws CacheStoreException;

  /** How many answers could not be put into the store in time. */
  long failedWrites();
}
