package io.stepwright.benchmarks.meaning;

import io.stepwright.benchmarks.result.Row;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks both caches a thousand reworded questions, alternately, so that both are under the same
 * load.
 */
public final class Lookups {

  /** The name of this part of the benchmark. */
  public static final String PART = "cache";

  private Lookups() {}

  /** Measures a number of questions, after as many questions to warm up. */
  public static void measure(int count, Consumer<Row> rows) throws InterruptedException {
    List<String> first = Questions.first();
    List<String> again = Questions.again();
    Model client = new Model();
    try (AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", client).build()) {
      Answering agent = new WiredAnswering(runtime);
      if (!runtime.cache().warmUp(Duration.ofSeconds(60))) {
        throw new IllegalStateException("There is no embedder.");
      }
      HandLookup hand = new HandLookup();
      for (String question : first) {
        hand.put(question, agent.ask(question));
      }
      int remembered = client.calls.get();
      for (int i = 0; i < 2 * count; i++) {
        String question = again.get(i % again.size()) + " now".repeat(i / again.size());
        long start = System.nanoTime();
        agent.ask(question);
        long between = System.nanoTime();
        hand.get(question);
        long end = System.nanoTime();
        if (i >= count) {
          rows.accept(row("STEPWRIGHT").with("micros", (between - start) / 1e3));
          rows.accept(row("HAND").with("micros", (end - between) / 1e3));
        }
      }
      int missed = client.calls.get() - remembered;
      rows.accept(row("STEPWRIGHT").with("found", 1 - missed / (2.0 * count)));
    }
  }

  private static Row row(String lookup) {
    return Row.of(PART).with("lookup", lookup);
  }

  /** Answers without delay and counts the calls. */
  private static final class Model implements ModelClient {

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public ModelReply call(ModelRequest request) {
      return new ModelReply(
          "Answer " + calls.incrementAndGet(), request.model(), ModelReply.Finish.COMPLETE, 20, 2);
    }

    @Override
    public void close() {}
  }
}
