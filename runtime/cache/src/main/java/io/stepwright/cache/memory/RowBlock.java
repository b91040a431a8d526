package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;

/** A block without storage of its own: it compares the entries' vectors one by one. */
final class RowBlock extends VectorBlock {

  RowBlock(int capacity) {
    super(capacity);
  }

  @Override
  void write(int row, float[] vector) {}

  @Override
  void scan(NearestEntries nearest) {
    for (int row = 0; row < capacity(); row++) {
      CacheEntry entry = entry(row);
      if (entry != null) {
        nearest.offer(entry);
      }
    }
  }
}
