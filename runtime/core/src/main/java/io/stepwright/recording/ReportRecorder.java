package io.stepwright.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.config.Configuration;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Makes the report of one run of its events, once somebody wants to see it. Thread-safe. */
public final class ReportRecorder {

  private final EntryPointInfo entryPoint;
  private final Configuration configuration;
  private final long startNanos;
  private final Instant started = Instant.now();
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Map<StepKey, RecordedStep> steps = new LinkedHashMap<>();

  /** Null if nothing is kept of what is sent to models and answered. */
  private final @Nullable KeptContent kept;

  @GuardedBy("lock")
  private @Nullable RunReport report;

  public ReportRecorder(EntryPointInfo entryPoint, Configuration configuration, long startNanos) {
    this.entryPoint = entryPoint;
    this.configuration = configuration;
    this.startNanos = startNanos;
    kept = configuration.reportContent() ? new KeptContent() : null;
  }

  /** A reckoner of what requests cost. */
  public Costs costs() {
    return new Costs(configuration);
  }

  /** Something has happened, on the calling thread. */
  public void onEvent(RunEvent event) {
    if (event instanceof StepEvent ofStep) {
      lock.lock();
      try {
        steps.computeIfAbsent(ofStep.step(), RecordedStep::new).add(ofStep);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether what is sent to models and answered is kept. */
  public boolean wantsContent() {
    return kept != null;
  }

  /** What was sent and answered in an attempt that has ended; does nothing if it is not kept. */
  public void onContent(RunEvent.Attempted attempt, ModelContent content) {
    KeptContent keeper = kept;
    if (keeper == null) {
      return;
    }
    lock.lock();
    try {
      RecordedStep step = steps.get(attempt.step());
      if (step != null) {
        step.add(attempt.number(), keeper.of(content));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The report of the run, which has ended; the same one each time.
   *
   * @param endNanos when it ended
   * @param failure what it failed with, or null
   * @param nested the runs that were started inside of it, or null
   */
  public RunReport report(
      RunKey run, long endNanos, @Nullable FailureReport failure, @Nullable NestedSums nested) {
    lock.lock();
    try {
      RunReport made = report;
      if (made == null) {
        made =
            new ReportMaker(
                    entryPoint,
                    List.copyOf(steps.values()),
                    new RunClock(started, startNanos, endNanos),
                    costs())
                .report(run.id(), failure, nested);
        report = made;
        steps.clear();
      }
      return made;
    } finally {
      lock.unlock();
    }
  }
}
