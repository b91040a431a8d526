package io.stepwright.runtime;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Logs one line a run, for those who set {@code stepwright.log.runs}. Thread-safe.
 *
 * <p>The line is written on the thread that ends the run: what a logging context says of the caller
 * is said of it, too.
 */
final class RunLog implements RunListener {

  private static final System.Logger LOG = System.getLogger("io.stepwright.runs");

  private final Map<Long, Counts> runs = new ConcurrentHashMap<>();

  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    Long id = event.run().id();
    if (event instanceof RunEvent.RunStarted started) {
      runs.put(id, new Counts(started.nanos()));
      return;
    }
    Counts counts = event instanceof RunEvent.RunEnded ? runs.remove(id) : runs.get(id);
    if (counts == null) {
      return;
    }
    if (event instanceof RunEvent.RunEnded ended) {
      LOG.log(System.Logger.Level.INFO, () -> line(ended, counts));
    } else {
      counts.add(event);
    }
  }

  private static String line(RunEvent.RunEnded ended, Counts counts) {
    String type = ended.errorType();
    String end =
        type == null ? "finished in" : type.equals("cancelled") ? type + " after" : failed(type);
    return String.format(
        Locale.ROOT,
        "%s.%s %s %s (run %d): %d steps, %d model calls, %d of them again, %d cache hits, tokens %d in, %d out",
        ended.run().agent(),
        ended.run().entryPoint(),
        end,
        Messages.time(ended.nanos() - counts.startNanos),
        ended.run().id(),
        counts.steps.get(),
        counts.calls.get(),
        counts.again.get(),
        counts.hits.get(),
        counts.inputTokens.get(),
        counts.outputTokens.get());
  }

  private static String failed(String type) {
    return "failed (" + type + ") after";
  }

  /** What has happened in one run. */
  private static final class Counts {

    private final long startNanos;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong inputTokens = new AtomicLong();
    private final AtomicLong outputTokens = new AtomicLong();

    Counts(long startNanos) {
      this.startNanos = startNanos;
    }

    void add(RunEvent event) {
      if (event instanceof RunEvent.Started) {
        steps.incrementAndGet();
      } else if (event instanceof RunEvent.CacheLookedUp looked) {
        hits.addAndGet(looked.lookup().outcome().isHit() ? 1 : 0);
      } else if (event instanceof RunEvent.Attempted attempt && attempt.asked() != null) {
        calls.incrementAndGet();
        again.addAndGet(attempt.reason() == AttemptReason.FIRST ? 0 : 1);
        inputTokens.accumulateAndGet(attempt.inputTokens(), Tokens::plus);
        outputTokens.accumulateAndGet(attempt.outputTokens(), Tokens::plus);
      }
    }
  }
}
