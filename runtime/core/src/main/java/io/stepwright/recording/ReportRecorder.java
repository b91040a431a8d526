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
import io.stepwright.spi.ToolContent;
import io.stepwright.wiring.EntryPointInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Records the events of one run and makes its report on demand. Thread-safe. */
public final class ReportRecorder {

  private final EntryPointInfo entryPoint;
  private final Configuration configuration;
  private final long startNanos;
  private final Instant started = Instant.now();
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Map<StepKey, RecordedStep> steps = new LinkedHashMap<>();

  /** Null if texts of requests and answers are not kept. */
  private final @Nullable KeptContent kept;

  @GuardedBy("lock")
  private @Nullable RunReport report;

  public ReportRecorder(EntryPointInfo entryPoint, Configuration configuration, long startNanos) {
    this.entryPoint = entryPoint;
    this.configuration = configuration;
    this.startNanos = startNanos;
    kept = configuration.reportContent() ? new KeptContent() : null;
  }

  /** Makes a calculator of costs. */
  public Costs costs() {
    return new Costs(configuration);
  }

  /** Records an event, on the thread on which it happens. */
  public void onEvent(RunEvent event) {
    if (event instanceof StepEvent ofStep) {
      lock.lock();
      try {
        steps.computeIfAbsent(ofStep.step(), RecordedStep::new).add(ofStep);
      } finally {
        lock.unlock();
      }
    } else if (event instanceof RunEvent.ToolEnded ofTool) {
      lock.lock();
      try {
        steps.computeIfAbsent(ofTool.step(), RecordedStep::new).add(ofTool);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Tells whether texts of requests and answers are kept. */
  public boolean wantsContent() {
    return kept != null;
  }

  /** Records the texts of an attempt that has ended; does nothing if they are not kept. */
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

  /** Records the texts of a call of a tool that ends; does nothing if they are not kept. */
  public void onContent(RunEvent.ToolEnded call, ToolContent content) {
    KeptContent keeper = kept;
    if (keeper == null) {
      return;
    }
    lock.lock();
    try {
      RecordedStep step = steps.get(call.step());
      if (step != null) {
        step.add(call.call(), keeper.of(content));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the report of the run, which has ended; the same object each time.
   *
   * @param endNanos the end of the run
   * @param failure its failure, or null
   * @param nested the sums of the runs that were started inside of it, or null
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
