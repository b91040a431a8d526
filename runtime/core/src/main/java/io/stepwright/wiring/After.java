package io.stepwright.wiring;

import java.util.Optional;

/**
 * The conditions under which the step given next starts; see {@link Run#after} and {@link
 * Run#settled}.
 */
public interface After {

  /** Adds steps whose values are needed. */
  After after(Forked<?>... required);

  /** Adds steps that must have ended, with a value or absent. */
  After settled(Forked<?>... optional);

  /** Waits, then runs the step on the caller's thread. The wait is not part of the step's time. */
  <T> T call(StepInfo step, StepBody<T> body);

  /** Like {@link #call} for a step that decides its own absence. */
  <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #call} for a step without a value. */
  void perform(StepInfo step, StepAction action);

  /** Lets the step start by itself as soon as it can. */
  <T> Forked<T> fork(StepInfo step, StepBody<T> body);

  /** Like {@link #fork} for a step that decides its own absence. */
  <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #fork} for a step without a value. */
  Forked<Void> forkAction(StepInfo step, StepAction action);
}
