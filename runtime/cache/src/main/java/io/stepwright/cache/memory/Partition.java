package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one partition, which may be compared with each other. Changes are serialised by
 * the caller; searches are allowed at any time.
 */
final class Partition {

  private final StepEntries owner;
  private volatile @Nullable VectorIndex index;
  private int size;

  Partition(StepEntries owner) {
    this.owner = owner;
  }

  /** Returns the entries of the step that this partition belongs to. */
  StepEntries owner() {
    return owner;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds an entry. Returns its location in the index, or null if it cannot be found by meaning. */
  VectorIndex.@Nullable Location add(CacheEntry entry) {
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

  /** Removes an entry, and its location in the index if it has one. */
  void remove(VectorIndex.@Nullable Location location) {
    size--;
    VectorIndex known = index;
    if (location != null && known != null) {
      known.remove(location);
    }
  }

  /**
   * Returns the entries that are nearest to a vector, the nearest first.
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
