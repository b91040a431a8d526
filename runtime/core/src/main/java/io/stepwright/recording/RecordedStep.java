package io.stepwright.recording;

import io.stepwright.report.ApprovalReport;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.CacheReport;
import io.stepwright.report.Cost;
import io.stepwright.report.FailureReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.report.ToolReport;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.ToolApproval;
import io.stepwright.spi.ToolContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded events of one step. Guarded by the recorder's lock. */
final class RecordedStep {

  private StepKey key;
  private boolean ready;
  private boolean started;
  private long readyNanos;
  private long startNanos;
  private long endNanos;
  private @Nullable StepState state;
  private @Nullable String reason;
  private @Nullable FailureReport failure;
  private @Nullable String thread;
  private long threadId;
  private @Nullable CacheLookup lookup;
  private long lookupEndNanos;
  private @Nullable List<RunEvent.Attempted> attempts;
  private @Nullable List<RecordedCall> toolCalls;

  /** Keyed by the number of the attempt. Null without {@code stepwright.report.content}. */
  private @Nullable Map<Integer, ModelContent> contents;

  /** Keyed by the number of the call. Null without {@code stepwright.report.content}. */
  private @Nullable Map<Integer, ToolContent> toolContents;

  /** A call of a tool with the thread that executed it. */
  private record RecordedCall(RunEvent.ToolEnded event, String thread, long threadId) {}

  RecordedStep(StepKey key) {
    this.key = key;
  }

  void add(StepEvent event) {
    key = event.step();
    if (event instanceof RunEvent.Ready) {
      ready = true;
      readyNanos = event.nanos();
    } else if (event instanceof RunEvent.Started) {
      started = true;
      startNanos = event.nanos();
      Thread current = Thread.currentThread();
      thread = current.getName();
      threadId = current.getId();
    } else if (event instanceof RunEvent.CacheLookedUp looked) {
      lookup = looked.lookup();
      lookupEndNanos = event.nanos();
    } else if (event instanceof RunEvent.Attempted attempt) {
      attempts = attempts == null ? new ArrayList<>(1) : attempts;
      attempts.add(attempt);
    } else if (event instanceof RunEvent.Finished finished) {
      boolean cached = lookup != null && lookup.outcome().isHit();
      end(
          event,
          finished.absent() ? StepState.ABSENT : cached ? StepState.CACHED : StepState.FINISHED);
    } else if (event instanceof RunEvent.Failed failed) {
      failure = FailureReport.of(failed.errorType(), failed.failure());
      end(event, StepState.FAILED);
    } else if (event instanceof RunEvent.Skipped skipped) {
      reason = skipped.reason();
      end(event, StepState.SKIPPED);
    } else if (event instanceof RunEvent.NotNeeded) {
      end(event, StepState.NOT_NEEDED);
    } else if (event instanceof RunEvent.Cancelled) {
      end(event, StepState.CANCELLED);
    }
  }

  /** Adds a call of a tool, on its thread. */
  void add(RunEvent.ToolEnded call) {
    toolCalls = toolCalls == null ? new ArrayList<>(4) : toolCalls;
    Thread current = Thread.currentThread();
    toolCalls.add(new RecordedCall(call, current.getName(), current.getId()));
  }

  /** Adds the texts of an attempt. */
  void add(int attempt, ModelContent content) {
    contents = contents == null ? new HashMap<>() : contents;
    contents.put(attempt, content);
  }

  /** Adds the texts of a call of a tool. */
  void add(int call, ToolContent content) {
    toolContents = toolContents == null ? new HashMap<>() : toolContents;
    toolContents.put(call, content);
  }

  private void end(StepEvent event, StepState how) {
    state = how;
    endNanos = event.nanos();
  }

  StepKey key() {
    return key;
  }

  StepState state() {
    return state == null ? StepState.CANCELLED : state;
  }

  /** Returns the time when all inputs were available, or the end of the step if they never were. */
  long readyNanos(long runEnd) {
    return ready ? readyNanos : endNanos(runEnd);
  }

  /** Returns the time when the body began, or the end of the step if it never did. */
  long startNanos(long runEnd) {
    return started ? startNanos : endNanos(runEnd);
  }

  long endNanos(long runEnd) {
    return state == null ? runEnd : endNanos;
  }

  /**
   * Makes the report of the step.
   *
   * @param canStartNanos the time from which the step waited only for a thread, or for the limit of
   *     its fan-out
   * @param model the model that it asks first, or null
   */
  StepReport report(
      RunClock clock, Costs costs, long canStartNanos, boolean critical, @Nullable String model) {
    long start = startNanos(clock.endNanos());
    CacheLookup looked = lookup;
    return new StepReport(
        key.name(),
        key.number(),
        key.direct(),
        key.item(),
        state(),
        reason,
        failure,
        Duration.ofNanos(ready ? Math.max(0, start - canStartNanos) : 0),
        clock.sinceStart(start),
        Duration.ofNanos(endNanos(clock.endNanos()) - start),
        thread,
        threadId,
        critical,
        model == null ? askedFirst() : model,
        looked == null ? null : cache(looked, clock, costs, model),
        attempts == null
            ? List.of()
            : attempts.stream().map(attempt -> attempt(attempt, clock, costs)).toList(),
        key.alternative(),
        toolCalls == null
            ? List.of()
            : toolCalls.stream()
                .sorted(Comparator.comparingInt(call -> call.event().call()))
                .map(call -> toolCall(call, clock))
                .toList());
  }

  private ToolReport toolCall(RecordedCall recorded, RunClock clock) {
    RunEvent.ToolEnded call = recorded.event();
    ToolApproval approval = call.approval();
    return new ToolReport(
        call.call(),
        call.turn(),
        call.tool(),
        call.end(),
        clock.sinceStart(call.startNanos()),
        Duration.ofNanos(call.nanos() - call.startNanos()),
        recorded.thread(),
        recorded.threadId(),
        approval == null
            ? null
            : new ApprovalReport(
                approval.end(),
                clock.sinceStart(approval.startNanos()),
                Duration.ofNanos(approval.waitedNanos())),
        FailureReport.of(call.errorType(), call.failure()),
        toolContents == null ? null : toolContents.get(call.call()));
  }

  private @Nullable String askedFirst() {
    return attempts == null || attempts.get(0).asked() == null
        ? null
        : attempts.get(0).asked().model();
  }

  private CacheReport cache(
      CacheLookup looked, RunClock clock, Costs costs, @Nullable String model) {
    return new CacheReport(
        looked.outcome(),
        looked.similarity(),
        looked.matchedText(),
        looked.age(),
        clock.sinceStart(lookupEndNanos - looked.nanos()),
        Duration.ofNanos(looked.nanos()),
        looked.inputTokensSaved(),
        looked.outputTokensSaved(),
        looked.outcome().isHit() ? costs.saved(looked, model) : Cost.NONE,
        looked.refusedBy(),
        looked.notApplicable(),
        looked.notComparable());
  }

  private AttemptReport attempt(RunEvent.Attempted attempt, RunClock clock, Costs costs) {
    var asked = attempt.asked();
    var answered = attempt.answered();
    return new AttemptReport(
        attempt.number(),
        attempt.reason(),
        asked == null ? null : asked.provider(),
        asked == null ? null : asked.model(),
        answered == null ? null : answered.model(),
        answered == null ? null : answered.finishReason(),
        Duration.ofNanos(attempt.waitedNanos()),
        clock.sinceStart(attempt.startNanos()),
        Duration.ofNanos(attempt.nanos() - attempt.startNanos()),
        attempt.wireNanos() < 0 ? null : Duration.ofNanos(attempt.wireNanos()),
        attempt.inputTokens(),
        attempt.outputTokens(),
        costs.of(attempt),
        attempt.status(),
        FailureReport.of(attempt.errorType(), attempt.failure()),
        contents == null ? null : contents.get(attempt.number()));
  }
}
