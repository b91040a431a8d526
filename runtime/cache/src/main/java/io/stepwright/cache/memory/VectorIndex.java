package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds the nearest vectors by an exhaustive scan. Thread-safe; searches take no lock and do not
 * wait.
 *
 * <p>A search sees every entry that is present during the whole search. Of entries that are added
 * or removed meanwhile it sees some, and each only as a whole.
 */
final class VectorIndex {

  /** The location of an entry. */
  record Location(VectorBlock block, int row) {}

  // Few enough for a scan of the entries' own vectors: most partitions never hold more.
  private static final int FIRST_CAPACITY = 32;
  // The bounds of a block and four of its columns fit into the first-level cache.
  private static final int CAPACITY = 256;
  // Measured on 10,000 questions to a help desk: storing a third of the numbers leaves 3 entries to
  // compare at a similarity of 0.90 and 600 at 0.80; a quarter leaves 20 and 5,000.
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

  /** Adds an entry, whose vector must have the right number of dimensions. */
  Location add(CacheEntry entry, float[] vector) {
    writing.lock();
    try {
      VectorBlock block = firstWithRoom();
      return new Location(block, block.add(entry, vector));
    } finally {
      writing.unlock();
    }
  }

  /** Removes an entry. Its row is reused. */
  void remove(Location location) {
    writing.lock();
    try {
      location.block().remove(location.row());
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

  /**
   * Offers all entries that may be among the nearest. The query must have the right number of
   * dimensions.
   */
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
    // Doubles the capacity, up to the largest block, so that growth leaves at most half of it
    // empty.
    VectorBlock block = new ColumnBlock(Math.min(CAPACITY, capacity), head(dimensions));
    VectorBlock[] grown = Arrays.copyOf(now, now.length + 1);
    grown[now.length] = block;
    blocks = grown;
    return block;
  }

  /** Returns the number of a vector's numbers that are compared first. */
  static int head(int dimensions) {
    return (dimensions + PART - 1) / PART;
  }
}
