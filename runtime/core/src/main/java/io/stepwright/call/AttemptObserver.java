package io.stepwright.call;

/** Is told of every attempt of one call, on the thread of the call. */
public interface AttemptObserver {

  /** An attempt begins. */
  void starting(Attempt.Start start);

  /** An attempt has ended. */
  void attempted(Attempt attempt);
}
