package io.stepwright.cache.memory;

/**
 * The limits of one step's entries.
 *
 * @param entries the maximum number of entries
 * @param bytes the maximum number of bytes, as {@link EntrySize} counts them
 */
record MemoryLimits(int entries, long bytes) {

  static final MemoryLimits DEFAULT = new MemoryLimits(10_000, 64L << 20);
}
