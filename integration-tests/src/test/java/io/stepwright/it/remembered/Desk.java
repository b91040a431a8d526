package io.stepwright.it.remembered;

import io.stepwright.it.remembered.Helpdesk.Language;
import io.stepwright.it.remembered.Helpdesk.Request;
import io.stepwright.it.support.Immediately;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.report.CacheReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.RunEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A help desk whose model names the question in each answer. */
final class Desk implements AutoCloseable {

  /** A time limit long enough for a busy machine: these tests do not measure speed. */
  static final String PATIENCE = "5s";

  private final ModelServer server;
  private final AtomicInteger calls = new AtomicInteger();
  final AgentRuntime runtime;
  private final Helpdesk helpdesk;

  /**
   * Creates a desk that remembers in this process, or where the settings say.
   *
   * @param server stays open; its address is part of the keys
   */
  Desk(ModelServer server, Map<String, String> settings) {
    this(server, settings, true);
  }

  /** Creates a desk whose store cannot be used. */
  static Desk without(ModelServer server, Map<String, String> settings) {
    return new Desk(server, settings, false);
  }

  private Desk(ModelServer server, Map<String, String> settings, boolean usable) {
    this.server = server;
    server.answer(
        Answer.chat(request -> Completion.of(request).text("Answer to " + request.prompt())));
    AgentRuntime.Builder builder = Runtimes.builder(server.baseUrl());
    settings.forEach(builder::configuration);
    runtime =
        builder
            .listener(
                Immediately.tell(
                    event -> {
                      if (event instanceof RunEvent.Attempted) {
                        calls.incrementAndGet();
                      }
                    }))
            .build();
    helpdesk = new WiredHelpdesk(runtime);
    try {
      if (runtime.cache().warmUp(Duration.ofSeconds(60)) != usable) {
        throw new AssertionError(usable ? "no embedder, or no store" : "a store");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static Desk inProcess(ModelServer server) {
    return new Desk(server, Map.of("stepwright.cache.timeout", PATIENCE));
  }

  static Desk on(ModelServer server, String redis) {
    return new Desk(
        server,
        Map.of(
            "stepwright.cache.store", "redis",
            "stepwright.cache.redis.url", redis,
            "stepwright.cache.timeout", PATIENCE));
  }

  /** The answer to a question, with the report of its look-up. */
  record Served(String answer, CacheReport cache) {

    CacheOutcome outcome() {
      return cache.outcome();
    }
  }

  Served ask(String question) {
    return ask("Ada", Language.ENGLISH, question);
  }

  Served ask(String customer, Language language, String question) {
    AgentResult<String> result = helpdesk.handle(new Request(customer, language, question));
    CacheReport cache = Objects.requireNonNull(result.report().steps().get(0).cache());
    return new Served(result.value(), cache);
  }

  /** Returns the answer that the model would give. */
  static String answerTo(String question) {
    return "Answer to Ada|ENGLISH|" + question;
  }

  /** Returns the number of model calls of this desk. */
  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
