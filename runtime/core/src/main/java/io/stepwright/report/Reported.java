package io.stepwright.report;

/** A run that is recorded. */
public interface Reported {

  /**
   * Returns the report of the run, which has ended.
   *
   * @throws IllegalStateException if the run is not recorded
   */
  RunReport report();
}
