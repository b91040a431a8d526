package io.stepwright.spi;

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

  /** Frees what it holds. Called once, when nothing else is under way. */
  @Override
  void close();
}
