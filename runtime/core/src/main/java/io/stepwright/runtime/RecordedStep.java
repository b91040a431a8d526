package io.stepwright.runtime;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was heard of one step. Guarded by the recorder's lock. */
final class RecordedStep {

  private boolean started;
  private long startNanos;
  private long endNanos;
  private @Nullable StepState state;
  private @Nullable String thread;
  private @Nullable CacheReport cache;
  private final List<RunEvent.Attempted> attempts = new ArrayList<>(1);

  void add(StepEvent event) {
    if (event instanceof RunEvent.Started) {
      started = true;
      startNanos = event.nanos();
      thread = Thread.currentThread().getName();
    } else if (event instanceof RunEvent.CacheLookedUp looked) {
      cache = CacheReport.of(looked.lookup());
    } else if (event instanceof RunEvent.Attempted attempt) {
      attempts.add(attempt);
    } else if (event instanceof RunEvent.Finished finished) {
      end(event, finished.absent() ? StepState.ABSENT : StepState.FINISHED);
    } else if (event instanceof RunEvent.Failed) {
      end(event, StepState.FAILED);
    } else if (event instanceof RunEvent.Skipped) {
      end(event, StepState.SKIPPED);
    } else if (event instanceof RunEvent.NotNeeded) {
      end(event, StepState.NOT_NEEDED);
    } else if (event instanceof RunEvent.Cancelled) {
      end(event, StepState.CANCELLED);
    }
  }

  private void end(StepEvent event, StepState how) {
    state = how;
    endNanos = event.nanos();
  }

  StepReport report(StepKey key, @Nullable String model, long runStart, long runEnd) {
    long end = state == null ? runEnd : endNanos;
    List<AttemptReport> reports = new ArrayList<>();
    for (RunEvent.Attempted attempt : attempts) {
      Throwable failure = attempt.failure();
      reports.add(
          new AttemptReport(
              attempt.number(),
              attempt.reason(),
              attempt.provider(),
              attempt.model(),
              Duration.ofNanos(attempt.waitedNanos()),
              Duration.ofNanos(attempt.startNanos() - runStart),
              Duration.ofNanos(attempt.nanos() - attempt.startNanos()),
              attempt.inputTokens(),
              attempt.outputTokens(),
              failure == null ? null : failure.toString()));
    }
    return new StepReport(
        key.name(),
        key.number(),
        key.direct(),
        key.item(),
        state == null ? StepState.CANCELLED : state,
        Duration.ofNanos((started ? startNanos : end) - runStart),
        Duration.ofNanos(started ? end - startNanos : 0),
        thread,
        model,
        cache,
        reports);
  }
}
