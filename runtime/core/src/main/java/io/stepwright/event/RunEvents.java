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
import io.stepwright.spi.ToolContent;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The events of one run. Exists only if a listener or a report wants them. Thread-safe. */
public final class RunEvents {

  private static final AtomicLong IDS = new AtomicLong();
  private static final AtomicReferenceFieldUpdater<RunEvents, @Nullable NestedSums> NESTED =
      AtomicReferenceFieldUpdater.newUpdater(RunEvents.class, NestedSums.class, "nested");

  private final RunKey run;
  private final Listeners listeners;
  private final @Nullable ReportRecorder recorder;
  private final @Nullable RunEvents around;

  /** Made when the first nested run starts, because most runs have none. */
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
   * Makes the events of a run that somebody wants.
   *
   * @param around the events of the enclosing run, which sums nested runs; or null
   */
  public static RunEvents of(
      Listeners listeners,
      String agent,
      String entryPoint,
      @Nullable ReportRecorder recorder,
      @Nullable RunEvents around) {
    return new RunEvents(newKey(agent, entryPoint), listeners, recorder, around);
  }

  /** Returns a key for a new run. */
  public static RunKey newKey(String agent, String entryPoint) {
    return new RunKey(IDS.incrementAndGet(), agent, entryPoint);
  }

  public RunKey run() {
    return run;
  }

  public @Nullable ReportRecorder recorder() {
    return recorder;
  }

  /**
   * Returns the report of the run, which has ended.
   *
   * @param endNanos its end, as {@link System#nanoTime}
   * @param failure its failure, or null
   * @throws IllegalStateException if the run is not recorded
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

  /** Returns the sums of the runs that were started inside of this one so far. */
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

  /** Tells whether a listener or the report wants the texts of requests and answers. */
  public boolean wantContent() {
    return listeners.wantContent() || (recorder != null && recorder.wantsContent());
  }

  /** Passes the texts of an attempt to the listeners and the report that want them. */
  public void emit(RunEvent.Attempted attempt, ModelContent content) {
    if (recorder != null) {
      recorder.onContent(attempt, content);
    }
    listeners.emit(attempt, content);
  }

  /** Passes the texts of a call of a tool to the listeners and the report that want them. */
  public void emit(RunEvent.ToolEnded call, ToolContent content) {
    if (recorder != null) {
      recorder.onContent(call, content);
    }
    listeners.emit(call, content);
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
