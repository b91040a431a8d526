package io.stepwright.wiring;

import java.util.Optional;

/**
 * One run of an entry point: a scope in which steps run, fail and end together.
 *
 * <p>Every step runs at most once, a fan-out step once for each item. The first failure, the
 * deadline, an interrupt of the caller or a cancel ends the run: threads inside a step are
 * interrupted, steps that have not started never start. From then on {@code call}, {@code perform},
 * {@code join} and {@code result} throw the first failure. {@link #close} waits until no thread is
 * inside a step of the run.
 *
 * <p>All methods are for the thread that started the run, and so are those of {@link Forked} that
 * wait.
 */
public interface Run extends Starts, AutoCloseable {

  /**
   * Records that a step is absent, because of an input or a condition, and returns its empty value.
   *
   * @param reason the reason, for display
   */
  <T> Optional<T> skip(StepInfo step, String reason);

  /**
   * Like {@link #absent} for a fan-out. Every fan-out over its items is absent as well.
   *
   * @param <T> the type of an item's value
   * @param reason the reason, for display
   */
  <T> ForkedEach<T> absentEach(StepInfo step, String reason);

  /**
   * Ends the run with a value: cancels steps that are no longer needed, waits for side effects and
   * for the entry point's {@code also} steps, and returns the value.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  <T> T result(T value);

  /** Ends the run without a value: waits for every step that was started. */
  void finish();

  /** Cancels the steps that still run, and waits until no thread is inside a step of this run. */
  @Override
  void close();
}
