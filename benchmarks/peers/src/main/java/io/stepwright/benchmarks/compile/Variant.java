package io.stepwright.benchmarks.compile;

/** A way to compile the classes of a subject. */
public enum Variant {
  /** The classes alone, without a processor. */
  PLAIN,
  /**
   * The classes and the classes generated for them, all as sources and without a processor. This is
   * the compiler's own time for code that would otherwise be written by hand.
   */
  WRITTEN,
  /** The classes with their processor. */
  PROCESSED
}
