package io.stepwright.benchmarks.cache;

import io.stepwright.minilm.MiniLmEmbedderFactory;
import io.stepwright.report.CacheReport;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * Measures the time of a new JVM until it can compare texts. Runs in a separate process. The
 * arguments are the weights, {@code embedder} or {@code agent}, and the start time of the JVM in
 * milliseconds since the epoch.
 */
final class ColdStart {

  private static final String QUESTION = "How do I return my new wireless keyboard without a box";
  private static final String AGAIN = "How can I return my new wireless keyboard without a box";

  private ColdStart() {}

  /** Prints the durations in milliseconds. */
  public static void main(String... arguments) throws Exception {
    long started = Long.parseLong(arguments[2]);
    if (arguments[1].equals("embedder")) {
      embedder(arguments[0], started);
    } else {
      agent(arguments[0], started);
    }
  }

  /** Measures the time until the first embedding, and that of a later embedding. */
  private static void embedder(String weights, long started) throws Exception {
    EmbedderSettings settings = new EmbedderSettings(weights, null, null);
    try (Embedder embedder = new MiniLmEmbedderFactory().create(settings)) {
      embedder.embed(QUESTION);
      long first = System.currentTimeMillis() - started;
      Series series = new Series();
      for (int i = 0; i < 2_000; i++) {
        long start = System.nanoTime();
        embedder.embed(QUESTION);
        if (i >= 1_000) {
          series.since(start);
        }
      }
      System.out.println(first + " " + series.percentiles().millis(50));
    }
  }

  /**
   * Measures the warm-up of an agent, its first look-up by meaning, which misses, and its second,
   * which hits.
   */
  private static void agent(String weights, long started) throws Exception {
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.embedder.weights", weights)
            // Look-ups beyond the usual limit must be measured, too.
            .configuration("stepwright.cache.timeout", "10s")
            .modelClient("openai", new Echo())
            .build()) {
      Helpdesk helpdesk = new WiredHelpdesk(runtime);
      if (!runtime.cache().warmUp(Duration.ofSeconds(60))) {
        throw new IllegalStateException("There is no embedder.");
      }
      long warm = System.currentTimeMillis() - started;
      double first = millis(helpdesk, QUESTION, CacheOutcome.MISS);
      double second = millis(helpdesk, AGAIN, CacheOutcome.SEMANTIC);
      System.out.println(warm + " " + first + " " + second);
    }
  }

  private static double millis(Helpdesk helpdesk, String question, CacheOutcome expected) {
    CacheReport cache =
        Objects.requireNonNull(helpdesk.handle(question).report().steps().get(0).cache());
    if (cache.outcome() != expected) {
      throw new IllegalStateException("Not what is to be measured: " + cache.outcome());
    }
    return cache.duration().toNanos() / 1e6;
  }

  /** Answers without delay. */
  private static final class Echo implements ModelClient {

    @Override
    public ModelReply call(ModelRequest request) {
      return new ModelReply("Yes.", request.model(), ModelReply.Finish.COMPLETE, 20, 2);
    }

    @Override
    public void close() {}
  }
}
