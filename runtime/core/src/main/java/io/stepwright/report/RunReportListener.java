package io.stepwright.report;

/**
 * Is told what happened in each run once it has ended, well or not. All of a runtime's are told on
 * one thread that no run waits for, of one run after the other. What it throws is logged once and
 * changes nothing. If it falls behind by {@value #MOST_WAITING} runs, further ones are left out
 * until it has caught up; how many is logged.
 */
@FunctionalInterface
public interface RunReportListener extends AutoCloseable {

  /** The most reports that wait for the listeners of a runtime. */
  int MOST_WAITING = 64;

  /**
   * A run has ended.
   *
   * @throws Exception for any reason; it is logged
   */
  void onReport(RunReport report) throws Exception;

  /** The runtime is closed, and has told of all its runs. */
  @Override
  default void close() {}
}
