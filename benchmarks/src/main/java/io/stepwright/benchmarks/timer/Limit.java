package io.stepwright.benchmarks.timer;

/** A time limit that was set. */
interface Limit {

  /** Takes it back. */
  void cancel();
}
