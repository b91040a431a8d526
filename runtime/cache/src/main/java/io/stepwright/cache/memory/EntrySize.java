package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import org.jspecify.annotations.Nullable;

/** An estimate of the memory that an entry takes, accurate enough for a limit. */
final class EntrySize {

  // The objects around an entry: the entry itself, its key, and its slots in the maps and in the
  // index.
  private static final int OVERHEAD = 320;
  private static final int ARRAY_HEADER = 16;
  private static final int STRING_HEADER = 24 + ARRAY_HEADER;

  private EntrySize() {}

  /**
   * Returns the size in bytes. A part of a vector counts twice: the entry holds all of it, the
   * index a part.
   */
  static long bytes(CacheEntry entry) {
    float[] vector = entry.vector();
    return OVERHEAD
        + bytes(entry.step())
        + bytes(entry.partition())
        + bytes(entry.id())
        + bytes(entry.text())
        + bytes(entry.answer())
        + (vector == null ? 0 : vector(vector.length));
  }

  private static long vector(int dimensions) {
    // One more for the length of the rest.
    long numbers = (long) dimensions + VectorIndex.head(dimensions) + 1;
    return ARRAY_HEADER + numbers * Float.BYTES;
  }

  private static long bytes(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    // HotSpot stores a string in one byte per character if all are in Latin-1, else in two.
    long size = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        size *= 2;
        break;
      }
    }
    return STRING_HEADER + size;
  }
}
