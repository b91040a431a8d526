package io.stepwright.cache.memory;

/**
 * How much is kept of one step.
 *
 * @param entries the most entries
 * @param bytes the most bytes, as {@link EntrySize} counts them
 */
record MemoryLimits(int entries, long bytes) {

  static final MemoryLimits DEFAULT = new MemoryLimits(10_000, 64L << 20);
}
