package io.stepwright.benchmarks.flow;

import java.util.function.IntUnaryOperator;

/** What the steps of a flow do before they give their value. Thread-safe. */
@FunctionalInterface
public interface Steps {

  /** Steps that take no time. */
  Steps EMPTY = Values::of;

  /**
   * Does one step.
   *
   * @param id of the step
   * @param sum of its inputs
   * @return {@link Values#of}
   */
  int step(int id, int sum) throws InterruptedException;

  /** Steps that sleep, by their id so many milliseconds. */
  static Steps sleeping(IntUnaryOperator millis) {
    return (id, sum) -> {
      Thread.sleep(millis.applyAsInt(id));
      return Values.of(id, sum);
    };
  }

  /** Steps that sleep as long as the flow says. */
  static Steps sleeping(Flow flow) {
    return sleeping(id -> flow.nodes().get(id - 1).millis());
  }
}
