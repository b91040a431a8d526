package io.stepwright.benchmarks.tools.side;

import io.stepwright.benchmarks.tools.desk.Resolution;

/** Solves complaints by a model that may look at orders. For one thread. */
public interface Support extends AutoCloseable {

  /** Returns the answer to a complaint: one run of two turns. */
  Resolution solve(String complaint) throws Exception;

  @Override
  default void close() throws Exception {}
}
