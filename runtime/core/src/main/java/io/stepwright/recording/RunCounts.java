package io.stepwright.recording;

import io.stepwright.figure.TokenSums;
import io.stepwright.spi.RunEvent;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of the events of one or several runs. Thread-safe. */
final class RunCounts {

  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final AtomicLong toolCalls = new AtomicLong();
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong inputTokens = new AtomicLong();
  private final AtomicLong outputTokens = new AtomicLong();

  void add(RunEvent event) {
    if (event instanceof RunEvent.Started) {
      steps.incrementAndGet();
    } else if (event instanceof RunEvent.CacheLookedUp looked) {
      hits.addAndGet(looked.lookup().outcome().isHit() ? 1 : 0);
    } else if (event instanceof RunEvent.Attempted attempt && attempt.asked() != null) {
      calls.incrementAndGet();
      again.addAndGet(attempt.reason().isRepetition() ? 1 : 0);
      inputTokens.accumulateAndGet(attempt.inputTokens(), TokenSums::plus);
      outputTokens.accumulateAndGet(attempt.outputTokens(), TokenSums::plus);
    } else if (event instanceof RunEvent.ToolEnded) {
      toolCalls.incrementAndGet();
    }
  }

  long steps() {
    return steps.get();
  }

  /** Returns the number of model requests. */
  long calls() {
    return calls.get();
  }

  /** Returns the number of requests that repeated an earlier one. */
  long again() {
    return again.get();
  }

  /** Returns the number of calls of tools by models. */
  long toolCalls() {
    return toolCalls.get();
  }

  long hits() {
    return hits.get();
  }

  long inputTokens() {
    return inputTokens.get();
  }

  long outputTokens() {
    return outputTokens.get();
  }
}
