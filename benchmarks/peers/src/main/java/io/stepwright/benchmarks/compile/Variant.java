package io.stepwright.benchmarks.compile;

/** What is compiled of the classes that are to be processed. */
public enum Variant {
  /** The classes alone, without any processor. */
  PLAIN,
  /**
   * The classes and those that were generated for them, all as sources and without any processor:
   * what the compiler itself takes for code that somebody would have to write.
   */
  WRITTEN,
  /** The classes, with their processor. */
  PROCESSED
}
