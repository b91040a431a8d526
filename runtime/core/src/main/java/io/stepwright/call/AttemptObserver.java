package io.stepwright.call;

/** Observes the attempts of one call, on the thread of the call. */
public interface AttemptObserver {

  /** Called when an attempt begins. */
  void starting(Attempt.Start start);

  /** Called when an attempt has ended. */
  void attempted(Attempt attempt);
}
