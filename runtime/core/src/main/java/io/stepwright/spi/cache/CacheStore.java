package io.stepwright.spi.cache;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store of cached answers. It only keeps entries; the caller decides which may be served.
 * Thread-safe.
 *
 * <p>An entry that has expired or cannot be read counts as absent; the store removes it. A method
 * throws if it fails, and the caller treats that as a miss. A method should return within the time
 * limit of the {@link CacheStoreSettings settings}; the caller waits no longer.
 */
public interface CacheStore extends AutoCloseable {

  /**
   * Returns the entry of a partition and an id, or null.
   *
   * @throws CacheStoreException if the store cannot tell
   */
  @Nullable CacheEntry find(String partition, String id) throws CacheStoreException;

  /**
   * Returns the entries of a partition whose vectors are nearest to the given one by cosine, in no
   * particular order, with their vectors; none if the store cannot search.
   *
   * @param vector a vector of length 1
   * @param count the maximum number of entries
   * @param similarity the least cosine of interest; entries that are surely below it may be left
   *     out
   * @throws CacheStoreException if the store cannot tell
   */
  List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity)
      throws CacheStoreException;

  /**
   * Keeps an entry until it expires. Replaces an entry with the same partition and id.
   *
   * @throws CacheStoreException if it is not kept
   */
  void put(CacheEntry entry) throws CacheStoreException;

  /**
   * Removes one entry, if present.
   *
   * @throws CacheStoreException if the entry may still be present
   */
  void remove(String partition, String id) throws CacheStoreException;

  /**
   * Removes all entries of a step, in every partition. May take long.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if some entries may still be present
   */
  void evict(String step) throws CacheStoreException;

  /**
   * Removes the entries of a step with an id, in every partition. May take long.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if some entries may still be present
   */
  void evict(String step, String id) throws CacheStoreException;

  /**
   * Starts preparations in the background, such as connecting, unless they have begun; returns at
   * once. Called when the first agent that has a cached step is made.
   */
  default void prepare() {}

  /**
   * Waits until the store is ready, so that a look-up waits for nothing but its answer.
   *
   * @return false if the time is over before it is known whether the store can be used
   * @throws CacheStoreException if the store cannot be used now
   * @throws InterruptedException if the thread was interrupted
   */
  default boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    return true;
  }

  /**
   * Acquires the lease of a question. The holder asks the model; the others wait for its answer. A
   * store without leases grants every request.
   *
   * @param holder a unique name of the holder
   * @param limit the time after which the lease ends by itself
   * @return true if the lease was acquired
   * @throws CacheStoreException if the store cannot tell
   */
  default boolean lease(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    return true;
  }

  /**
   * Ends a lease if this holder still has it.
   *
   * @throws CacheStoreException if the lease may last until its limit
   */
  default void release(String partition, String id, String holder) throws CacheStoreException {}

  /** Frees all resources. Called once, when no other call is under way. */
  @Override
  void close();
}
