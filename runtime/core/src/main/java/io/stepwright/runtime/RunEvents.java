package io.stepwright.runtime;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The events of one run; exists only if somebody wants them. */
final class RunEvents {

  private static final AtomicLong IDS = new AtomicLong();

  private final RunKey run;
  private final Listeners listeners;
  private final @Nullable ReportRecorder recorder;

  private RunEvents(RunKey run, Listeners listeners, @Nullable ReportRecorder recorder) {
    this.run = run;
    this.listeners = listeners;
    this.recorder = recorder;
  }

  static @Nullable RunEvents of(
      Listeners listeners, String agent, String entryPoint, @Nullable ReportRecorder recorder) {
    return recorder != null || listeners.areListening()
        ? new RunEvents(new RunKey(IDS.incrementAndGet(), agent, entryPoint), listeners, recorder)
        : null;
  }

  RunKey run() {
    return run;
  }

  @Nullable ReportRecorder recorder() {
    return recorder;
  }

  /**
   * What was recorded of the run, which has ended.
   *
   * @param endNanos when it ended, as {@link System#nanoTime}
   * @param failure what it failed with, or null
   * @throws IllegalStateException if it is not recorded
   */
  RunReport report(long endNanos, @Nullable AgentException failure) {
    if (recorder == null) {
      throw new IllegalStateException(
          "Runs of %s.%s are not recorded. Its EntryPointInfo must be reported()."
              .formatted(run.agent(), run.entryPoint()));
    }
    return recorder.report(run, endNanos, failure);
  }

  void emit(RunEvent event) {
    if (recorder != null) {
      recorder.onEvent(event);
    }
    listeners.emit(event);
  }

  /** Whether a listener wants to know what was asked and answered. */
  boolean wantContent() {
    return listeners.wantContent();
  }

  /** Tells those listeners that want to know. */
  void emit(RunEvent.Attempted attempt, ModelContent content) {
    listeners.emit(attempt, content);
  }

  void requested(StepKey step) {
    emit(new RunEvent.Requested(run, step, System.nanoTime()));
  }

  void ready(StepKey step) {
    emit(new RunEvent.Ready(run, step, System.nanoTime()));
  }

  void finished(StepKey step) {
    emit(new RunEvent.Finished(run, step, System.nanoTime(), false));
  }

  void skipped(StepKey step, String reason) {
    emit(new RunEvent.Skipped(run, step, System.nanoTime(), reason));
  }

  void failed(StepKey step, AgentException failure) {
    emit(new RunEvent.Failed(run, step, System.nanoTime(), ErrorType.of(failure), failure));
  }

  void notNeeded(StepKey step, long nanos) {
    emit(new RunEvent.NotNeeded(run, step, nanos));
  }

  void cancelled(StepKey step, long nanos) {
    emit(new RunEvent.Cancelled(run, step, nanos));
  }
}
