package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of rows for vectors. Writes are serialised by the caller, scans are allowed at any
 * time: a row's entry is published after its vector, and an entry is never changed.
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

  /** Puts an entry into the first free row and returns its index. The block must not be full. */
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

  /** Stores the vector of a row. */
  abstract void write(int row, float[] vector);

  /** Offers every entry that exceeds the threshold. */
  abstract void scan(NearestEntries nearest);
}
