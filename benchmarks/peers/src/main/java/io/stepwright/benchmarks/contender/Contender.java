package io.stepwright.benchmarks.contender;

/** An implementation that runs a flow. Thread-safe. */
@FunctionalInterface
public interface Contender extends AutoCloseable {

  /**
   * Runs the flow once and waits for its end.
   *
   * @param n the input, below 100
   * @return the result, which must equal that of {@link io.stepwright.benchmarks.flow.Expected}
   */
  int run(int n) throws Exception;

  /** Releases all resources. */
  @Override
  default void close() {}
}
