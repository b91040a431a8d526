package io.stepwright.recording;

import io.stepwright.figure.NestedText;
import io.stepwright.figure.RoundedTime;
import io.stepwright.figure.TokenSums;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs one line per run if {@code stepwright.log.runs} is set. Thread-safe.
 *
 * <p>The line is written on the thread that ends the run, so the logging context of the caller
 * applies to it.
 */
public final class RunLog implements RunListener {

  private static final System.Logger LOG = System.getLogger("io.stepwright.runs");

  private final Map<Long, Run> runs = new ConcurrentHashMap<>();

  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    Long id = event.run().id();
    if (event instanceof RunEvent.RunStarted started) {
      runs.put(id, new Run(started.nanos(), new RunCounts()));
      return;
    }
    Run run = event instanceof RunEvent.RunEnded ? runs.remove(id) : runs.get(id);
    if (run == null) {
      return;
    }
    if (event instanceof RunEvent.RunEnded ended) {
      LOG.log(System.Logger.Level.INFO, () -> line(ended, run));
    } else {
      run.counts().add(event);
    }
  }

  private static String line(RunEvent.RunEnded ended, Run run) {
    String type = ended.errorType();
    String end =
        type == null ? "finished in" : type.equals("cancelled") ? type + " after" : failed(type);
    RunCounts own = run.counts();
    NestedRuns nested = ended.nested();
    return String.format(
        Locale.ROOT,
        "%s.%s %s %s (run %d): %d steps, %d model calls, %d of them again%s, %d cache hits, tokens"
            + " %d in, %d out%s",
        ended.run().agent(),
        ended.run().entryPoint(),
        end,
        RoundedTime.of(ended.nanos() - run.startNanos()),
        ended.run().id(),
        own.steps() + nested.steps(),
        own.calls() + nested.modelCalls(),
        own.again() + nested.repeatedCalls(),
        own.toolCalls() == 0 ? "" : String.format(Locale.ROOT, ", %d tool calls", own.toolCalls()),
        own.hits() + nested.cacheHits(),
        TokenSums.plus(own.inputTokens(), nested.inputTokens()),
        TokenSums.plus(own.outputTokens(), nested.outputTokens()),
        nested.runs() == 0 ? "" : "; " + NestedText.of(nested));
  }

  private static String failed(String type) {
    return "failed (" + type + ") after";
  }

  /** A run that has not ended. */
  private record Run(long startNanos, RunCounts counts) {}
}
