package io.stepwright.wiring;

import java.util.Optional;

/**
 * One run of an entry point: a scope in which steps run, fail and end together.
 *
 * <p>Every step runs at most once, a fan-out step once for each item. The first failure, the
 * deadline, an interrupt of the caller or a cancel ends the run: threads inside a step are
 * interrupted, steps that have not started never do. From then on {@code call}, {@code perform},
 * {@code join} and {@code result} throw that first failure. {@link #close} waits until nothing of
 * the run is left.
 *
 * <p>All methods but those of {@link Forked} are for the thread that started the run.
 */
public interface Run extends Starts, AutoCloseable {

  /**
   * Records that a step is absent, because of an input or a condition, and returns its empty value.
   *
   * @param reason why, in words for those who look at the run
   */
  <T> Optional<T> skip(StepInfo step, String reason);

  /**
   * Like {@link #absent} for a fan-out: whatever goes through its items is absent as well.
   *
   * @param <T> the type of an item's value
   * @param reason why, in words for those who look at the run
   */
  <T> ForkedEach<T> absentEach(StepInfo step, String reason);

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
