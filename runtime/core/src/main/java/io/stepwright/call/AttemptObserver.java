package io.stepwright.call;

/** Is told of every attempt of one call, on the thread of the call. */
@FunctionalInterface
public interface AttemptObserver {

  /** An attempt has ended. */
  void attempted(Attempt attempt);
}
