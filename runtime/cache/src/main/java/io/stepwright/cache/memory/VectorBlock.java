package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of rows for vectors. One writes at a time, anybody scans at any time: an entry is
 * set after its vector, and an entry is never changed.
 */
abstract class VectorBlock {

  private final AtomicReferenceArray<@Nullable CacheEntry> entries;
  private int used;

  VectorBlock(int capacity) {
    entries = new AtomicReferenceArray<>(capacity);
  }

  final int capacity() {
    return entries.length();
  }

  final boolean isFull() {
    return used == entries.length();
  }

  final boolean isEmpty() {
    return used == 0;
  }

  /** Puts an entry into the first free row, and says which. The block must not be full. */
  final int add(CacheEntry entry, float[] vector) {
    int row = 0;
    while (entries.getPlain(row) != null) {
      row++;
    }
    write(row, vector);
    entries.setRelease(row, entry);
    used++;
    return row;
  }

  final void remove(int row) {
    entries.setRelease(row, null);
    used--;
  }

  final @Nullable CacheEntry entry(int row) {
    return entries.getAcquire(row);
  }

  /** Keeps the vector of a row in the block's own way. */
  abstract void write(int row, float[] vector);

  /** Offers every entry that exceeds the bar. */
  abstract void scan(NearestEntries nearest);
}
