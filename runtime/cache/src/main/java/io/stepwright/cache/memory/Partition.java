package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that may be compared with each other. One changes it at a time; searches are allowed
 * at any time.
 */
final class Partition {

  private final StepEntries owner;
  private volatile @Nullable VectorIndex index;
  private int size;

  Partition(StepEntries owner) {
    this.owner = owner;
  }

  /** Where its entries are kept. */
  StepEntries owner() {
    return owner;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds an entry; gives its place if it can be found by meaning. */
  VectorIndex.@Nullable Place add(CacheEntry entry) {
    size++;
    float[] vector = entry.vector();
    if (vector == null) {
      return null;
    }
    VectorIndex known = index;
    if (known == null) {
      known = new VectorIndex(vector.length);
      index = known;
    }
    return known.dimensions() == vector.length ? known.add(entry, vector) : null;
  }

  /** Takes an entry out, and out of its place if it has one. */
  void remove(VectorIndex.@Nullable Place place) {
    size--;
    VectorIndex known = index;
    if (place != null && known != null) {
      known.remove(place);
    }
  }

  /**
   * The entries that are nearest to a vector, the nearest first.
   *
   * @param similarity entries whose cosine is surely below it may be left out
   */
  List<CacheEntry> nearest(float[] vector, int count, double similarity, long nowMillis) {
    VectorIndex known = index;
    if (known == null || known.dimensions() != vector.length || count < 1) {
      return List.of();
    }
    NearestEntries nearest = new NearestEntries(vector, count, similarity, nowMillis);
    known.search(nearest);
    return nearest.entries();
  }
}
