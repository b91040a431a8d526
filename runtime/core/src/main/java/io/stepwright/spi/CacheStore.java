package io.stepwright.spi;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps remembered answers. Only keeps them: what may be served is decided by who asks.
 * Thread-safe.
 *
 * <p>An entry that has expired, or that cannot be read, is no entry; the store removes it. A method
 * that fails throws; who asks takes it as a miss. A method should return within the time limit of
 * the {@link CacheStoreSettings settings}; who asks waits no longer.
 */
public interface CacheStore extends AutoCloseable {

  /**
   * The entry of a partition and an id, or null.
   *
   * @throws CacheStoreException if the store cannot tell
   */
  @Nullable CacheEntry find(String partition, String id) throws CacheStoreException;

  /**
   * Entries of a partition whose vectors are nearest to the given one, in no particular order, with
   * their own vectors; none if the store cannot search. Nearness is the cosine.
   *
   * @param vector of length 1
   * @param count the most entries
   * @param similarity entries whose cosine is surely below it may be left out
   * @throws CacheStoreException if the store cannot tell
   */
  List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity)
      throws CacheStoreException;

  /**
   * Keeps an entry until it expires, in place of one with the same partition and id.
   *
   * @throws CacheStoreException if it is not kept
   */
  void put(CacheEntry entry) throws CacheStoreException;

  /**
   * Forgets one entry, if it is there.
   *
   * @throws CacheStoreException if it may still be there
   */
  void remove(String partition, String id) throws CacheStoreException;

  /**
   * Forgets all entries of a step, of every partition. May take long.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step) throws CacheStoreException;

  /**
   * Forgets the entries of a step with an id, of every partition. May take long.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step, String id) throws CacheStoreException;

  /**
   * Begins to get ready in the background, such as to connect, if that has not begun yet; returns
   * at once. Called when the first agent is made that has a cached step.
   */
  default void prepare() {}

  /**
   * Waits until it is ready: a look-up need not wait for anything but its answer then.
   *
   * @return false if the time is over before it is known whether it can be used
   * @throws CacheStoreException if it cannot be used now
   * @throws InterruptedException if the thread was interrupted
   */
  default boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    return true;
  }

  /**
   * Takes the lease of a question: who has it asks the model, and the others wait for that answer.
   * A store that knows no leases lets everybody have it.
   *
   * @param holder a name that nobody else uses
   * @param limit after which the lease ends by itself
   * @return whether it was free
   * @throws CacheStoreException if the store cannot tell
   */
  default boolean lease(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    return true;
  }

  /**
   * Ends a lease, if it is still this holder's.
   *
   * @throws CacheStoreException if it may last until its limit
   */
  default void release(String partition, String id, String holder) throws CacheStoreException {}

  /** Frees what it holds. Called once, when nothing else is under way. */
  @Override
  void close();
}
