package io.stepwright.wiring;

import java.util.Optional;

/**
 * One run of an entry point: a scope in which steps run, fail and end together.
 *
 * <p>Every step runs at most once. The first failure, the deadline, an interrupt of the caller or a
 * cancel ends the run: threads inside a step are interrupted, steps that have not started never do.
 * From then on {@code call}, {@code perform}, {@code join} and {@code result} throw that first
 * failure. {@link #close} waits until nothing of the run is left.
 *
 * <p>All methods but those of {@link Forked} are for the thread that started the run.
 */
public interface Run extends AutoCloseable {

  /**
   * Runs a step here and now.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  <T> T call(StepInfo step, StepBody<T> body);

  /** Runs a step that decides its own absence, here and now. */
  <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Runs a step without a value, here and now. */
  void perform(StepInfo step, StepAction action);

  /** Starts a step at once, beside the caller. */
  <T> Forked<T> fork(StepInfo step, StepBody<T> body);

  /** Starts a step that decides its own absence at once, beside the caller. */
  <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Starts a step without a value at once, beside the caller. */
  Forked<Void> forkAction(StepInfo step, StepAction action);

  /**
   * The step given next needs a value of each of these: it starts as soon as the last one is there,
   * and is absent as soon as one of them is absent.
   */
  After after(Forked<?>... required);

  /** The step given next needs these to have ended, with a value or absent. */
  After settled(Forked<?>... optional);

  /** Records that a step is absent because an input of it is, and returns its empty value. */
  <T> Optional<T> skip(StepInfo step);

  /**
   * A step beside the caller that is absent, because an input of it is that was decided on the
   * caller's thread.
   */
  <T> Forked<T> absent(StepInfo step);

  /**
   * Ends the run with a value: cancels what is not needed any more, waits for side effects and for
   * the entry point's {@code also} steps, and returns the value.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  <T> T result(T value);

  /** Ends a run without a value: waits for every step that was started. */
  void finish();

  /** Cancels what still runs, and waits until no thread is inside a step of this run. */
  @Override
  void close();
}
