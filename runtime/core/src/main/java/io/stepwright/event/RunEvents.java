package io.stepwright.event;

import io.stepwright.recording.NestedSums;
import io.stepwright.recording.ReportRecorder;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ErrorType;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The events of one run; exists only if somebody wants them. */
public final class RunEvents {

  private static final AtomicLong IDS = new AtomicLong();
  private static final AtomicReferenceFieldUpdater<RunEvents, @Nullable NestedSums> NESTED =
      AtomicReferenceFieldUpdater.newUpdater(RunEvents.class, NestedSums.class, "nested");

  private final RunKey run;
  private final Listeners listeners;
  private final @Nullable ReportRecorder recorder;
  private final @Nullable RunEvents around;

  /** Made for the first run inside of this one: most have none. */
  private volatile @Nullable NestedSums nested;

  private RunEvents(
      RunKey run,
      Listeners listeners,
      @Nullable ReportRecorder recorder,
      @Nullable RunEvents around) {
    this.run = run;
    this.listeners = listeners;
    this.recorder = recorder;
    this.around = around;
  }

  /**
   * The events of a run, or null if nobody wants them.
   *
   * @param around those of the run that it is started in, which adds them up; or null
   * @param needsNumber whether the run needs its number although nobody may listen
   */
  public static @Nullable RunEvents of(
      Listeners listeners,
      String agent,
      String entryPoint,
      @Nullable ReportRecorder recorder,
      @Nullable RunEvents around,
      boolean needsNumber) {
    return needsNumber || recorder != null || around != null || listeners.areListening()
        ? new RunEvents(
            new RunKey(IDS.incrementAndGet(), agent, entryPoint), listeners, recorder, around)
        : null;
  }

  public RunKey run() {
    return run;
  }

  public @Nullable ReportRecorder recorder() {
    return recorder;
  }

  /**
   * What was recorded of the run, which has ended.
   *
   * @param endNanos when it ended, as {@link System#nanoTime}
   * @param failure what it failed with, or null
   * @throws IllegalStateException if it is not recorded
   */
  public RunReport report(long endNanos, @Nullable AgentException failure) {
    if (recorder == null) {
      throw new IllegalStateException(
          "Runs of %s.%s are not recorded. Its EntryPointInfo must be reported()."
              .formatted(run.agent(), run.entryPoint()));
    }
    FailureReport told = failure == null ? null : FailureReport.of(ErrorType.of(failure), failure);
    return recorder.report(run, endNanos, told, nested);
  }

  public void emit(RunEvent event) {
    if (recorder != null) {
      recorder.onEvent(event);
    }
    for (RunEvents outer = around; outer != null; outer = outer.around) {
      outer.nested().add(event);
    }
    listeners.emit(event);
  }

  /** The sums of the runs that were started inside of this one, up to now. */
  public NestedRuns nestedRuns() {
    NestedSums sums = nested;
    return sums == null ? NestedRuns.NONE : sums.sums();
  }

  private NestedSums nested() {
    NestedSums present = nested;
    if (present != null) {
      return present;
    }
    NestedSums made = new NestedSums(recorder == null ? null : recorder.costs());
    return NESTED.compareAndSet(this, null, made) ? made : Objects.requireNonNull(nested);
  }

  /** Whether a listener or the report wants to know what was asked and answered. */
  public boolean wantContent() {
    return listeners.wantContent() || (recorder != null && recorder.wantsContent());
  }

  /** Tells those that want to know. */
  public void emit(RunEvent.Attempted attempt, ModelContent content) {
    if (recorder != null) {
      recorder.onContent(attempt, content);
    }
    listeners.emit(attempt, content);
  }

  public void requested(StepKey step) {
    emit(new RunEvent.Requested(run, step, System.nanoTime()));
  }

  public void ready(StepKey step) {
    emit(new RunEvent.Ready(run, step, System.nanoTime()));
  }

  public void finished(StepKey step) {
    emit(new RunEvent.Finished(run, step, System.nanoTime(), false));
  }

  public void skipped(StepKey step, String reason) {
    emit(new RunEvent.Skipped(run, step, System.nanoTime(), reason));
  }

  public void failed(StepKey step, AgentException failure) {
    emit(new RunEvent.Failed(run, step, System.nanoTime(), ErrorType.of(failure), failure));
  }

  public void notNeeded(StepKey step, long nanos) {
    emit(new RunEvent.NotNeeded(run, step, nanos));
  }

  public void cancelled(StepKey step, long nanos) {
    emit(new RunEvent.Cancelled(run, step, nanos));
  }
}
