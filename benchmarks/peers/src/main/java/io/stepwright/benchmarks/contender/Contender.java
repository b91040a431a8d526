package io.stepwright.benchmarks.contender;

/** Somebody who runs a flow. Thread-safe. */
@FunctionalInterface
public interface Contender extends AutoCloseable {

  /**
   * Runs it once and waits for its end.
   *
   * @param n the input, below 100
   * @return the result; what it must be, {@link io.stepwright.benchmarks.flow.Expected} says
   */
  int run(int n) throws Exception;

  /** Gives everything back. */
  @Override
  default void close() {}
}
