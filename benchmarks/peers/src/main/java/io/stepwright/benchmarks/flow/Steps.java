package io.stepwright.benchmarks.flow;

import java.util.function.IntUnaryOperator;

/** The work that the steps of a flow do before they return their value. Thread-safe. */
@FunctionalInterface
public interface Steps {

  /** Steps that take no time. */
  Steps EMPTY = Values::of;

  /**
   * Runs one step.
   *
   * @param id the id of the step
   * @param sum the sum of its inputs
   * @return {@link Values#of} the arguments
   */
  int step(int id, int sum) throws InterruptedException;

  /** Returns steps that sleep for a time in milliseconds that depends on their id. */
  static Steps sleeping(IntUnaryOperator millis) {
    return (id, sum) -> {
      Thread.sleep(millis.applyAsInt(id));
      return Values.of(id, sum);
    };
  }

  /** Returns steps that sleep for the times of a flow. */
  static Steps sleeping(Flow flow) {
    return sleeping(id -> flow.nodes().get(id - 1).millis());
  }
}
