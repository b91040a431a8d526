package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds the nearest of some vectors by looking at all of them. Thread-safe; searches take no lock
 * and do not wait.
 *
 * <p>A search sees every entry that was there when it began and is still there when it ends. Of
 * those that come or go meanwhile it sees some, and each only as a whole.
 */
final class VectorIndex {

  /** Where an entry is. */
  record Place(VectorBlock block, int row) {}

  // Few enough to be looked at one by one: most partitions never hold more.
  private static final int FIRST_CAPACITY = 32;
  // The bounds of a block and four of its columns fit into the innermost cache.
  private static final int CAPACITY = 256;
  // Of 10,000 questions to a help desk, a third of the numbers leaves 3 to be looked at for a
  // similarity of 0.90 and 600 for 0.80; a quarter leaves 20 and 5,000.
  private static final int PART = 3;

  private final ReentrantLock writing = new ReentrantLock();
  private final int dimensions;
  private volatile VectorBlock[] blocks = {new RowBlock(FIRST_CAPACITY)};

  VectorIndex(int dimensions) {
    this.dimensions = dimensions;
  }

  int dimensions() {
    return dimensions;
  }

  /** Adds an entry whose vector has the right dimensions. */
  Place add(CacheEntry entry, float[] vector) {
    writing.lock();
    try {
      VectorBlock block = firstWithRoom();
      return new Place(block, block.add(entry, vector));
    } finally {
      writing.unlock();
    }
  }

  /** Takes an entry out. Its row is used again. */
  void remove(Place place) {
    writing.lock();
    try {
      place.block().remove(place.row());
      VectorBlock[] now = blocks;
      int length = now.length;
      while (length > 1 && now[length - 1].isEmpty()) {
        length--;
      }
      if (length < now.length) {
        blocks = Arrays.copyOf(now, length);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Shows all entries that may be among the nearest. The query has the right dimensions. */
  void search(NearestEntries nearest) {
    for (VectorBlock block : blocks) {
      block.scan(nearest);
    }
  }

  private VectorBlock firstWithRoom() {
    VectorBlock[] now = blocks;
    int capacity = 0;
    for (VectorBlock block : now) {
      if (!block.isFull()) {
        return block;
      }
      capacity += block.capacity();
    }
    // As much again, so that no more than half is ever empty because of growth.
    VectorBlock block = new ColumnBlock(Math.min(CAPACITY, capacity), head(dimensions));
    VectorBlock[] grown = Arrays.copyOf(now, now.length + 1);
    grown[now.length] = block;
    blocks = grown;
    return block;
  }

  /** How many of a vector's numbers are looked at first. */
  static int head(int dimensions) {
    return (dimensions + PART - 1) / PART;
  }
}
