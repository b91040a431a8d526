package io.stepwright.report;

/**
 * Receives the report of each run once it has ended, with or without success. All listeners of a
 * runtime are called on one thread, for one run after the other; no run waits for them. An
 * exception is logged once and has no other effect. If the listeners fall behind by {@value
 * #MOST_WAITING} runs, further reports are dropped until they have caught up; the number of dropped
 * reports is logged.
 */
@FunctionalInterface
public interface RunReportListener extends AutoCloseable {

  /** The maximum number of reports that are queued for the listeners of a runtime. */
  int MOST_WAITING = 64;

  /**
   * Receives the report of a run.
   *
   * @throws Exception for any reason; it is logged
   */
  void onReport(RunReport report) throws Exception;

  /** Called when the runtime is closed, after the reports of all its runs. */
  @Override
  default void close() {}
}
