package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;
import org.jspecify.annotations.Nullable;

/** How much memory an entry takes, near enough to keep to a limit. */
final class EntrySize {

  // The objects around an entry: its own, its key, its place in the maps and in the index.
  private static final int OVERHEAD = 320;
  private static final int ARRAY_HEADER = 16;
  private static final int STRING_HEADER = 24 + ARRAY_HEADER;

  private EntrySize() {}

  /** In bytes. Of a vector, a part counts twice: all is in the entry, a part in the index. */
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
    // And the length of the rest.
    long numbers = (long) dimensions + VectorIndex.head(dimensions) + 1;
    return ARRAY_HEADER + numbers * Float.BYTES;
  }

  private static long bytes(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    // HotSpot keeps a string in one byte a character if all are in Latin-1, else in two.
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
