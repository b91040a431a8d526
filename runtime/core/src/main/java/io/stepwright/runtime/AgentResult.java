package io.stepwright.runtime;

import io.stepwright.report.Reported;
import io.stepwright.report.RunReport;
import io.stepwright.wiring.Run;

/**
 * The result of an entry point together with the report of its run.
 *
 * @param value the result
 * @param report the report of the run
 * @param <T> the type of the result
 */
public record AgentResult<T>(T value, RunReport report) {

  /**
   * Ends a run like {@link Run#result} and adds its report. For generated code.
   *
   * @throws AgentException the run's first failure
   * @throws IllegalStateException if the entry point is not {@code reported()}
   */
  public static <T> AgentResult<T> of(Run run, T value) {
    T result = run.result(value);
    return new AgentResult<>(result, ((Reported) run).report());
  }

  /** Leaves out the value, which may be personal. */
  @Override
  public String toString() {
    return "AgentResult[" + report + "]";
  }
}
