package io.stepwright.runtime;

import io.stepwright.wiring.Run;

/**
 * The result of an entry point together with the report of its run.
 *
 * @param value the result
 * @param report what happened in the run
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
    RunScope scope = (RunScope) run;
    T result = scope.result(value);
    RunEvents events = scope.life().events();
    if (events == null) {
      throw new IllegalStateException(
          "Runs of %s.%s are not recorded. Its EntryPointInfo must be reported()."
              .formatted(scope.life().agent(), scope.life().entryPoint()));
    }
    return new AgentResult<>(result, events.report(scope.life().state().endNanos(), null));
  }

  /** Leaves out the value: it may be personal. */
  @Override
  public String toString() {
    return "AgentResult[" + report + "]";
  }
}
