package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.engine.setup.RuntimeParts;
import io.stepwright.report.CacheReport;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CachedStepTest {

  private static final CacheRule EQUAL = CacheRule.of("fingerprint");
  private static final CacheRule NEAR = EQUAL.similarity(0.9).unguarded();
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "Number", "gpt", "{}", json -> json.field("value").asInt());

  /**
   * Embeds a text in two dimensions: the share of vowels, and the rest. That is enough to make
   * texts near or far.
   */
  private static class Vowels implements Embedder {
    private final String id;
    final AtomicInteger calls = new AtomicInteger();

    Vowels(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Embedding embed(String text) {
      calls.incrementAndGet();
      double share =
          text.toLowerCase(Locale.ROOT).chars().filter(c -> "aeiou".indexOf(c) >= 0).count()
              / (double) Math.max(1, text.length());
      double angle = share * Math.PI / 2;
      return new Embedding(
          new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}, 3, false);
    }

    @Override
    public void close() {}
  }

  private static AgentRuntime.Builder runtime(FakeClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .embedder(new Vowels("vowels"))
        .configuration(
            "stepwright.cache.timeout", "20s"); // No test depends on the machine's speed.
  }

  private static EntryPointInfo reported() {
    return ENTRY.step(ASK).reported();
  }

  private static <T> AgentResult<T> ask(
      AgentRuntime runtime, StepInfo info, ModelStep<T> call, CacheKey key) {
    try (Run run = runtime.wiring(AGENT, info).start(reported())) {
      return AgentResult.of(
          run, run.call(info, step -> step.cached(key).ask(call, PromptText.of("canary"))));
    }
  }

  private static String ask(AgentRuntime runtime, CacheRule rule, CacheKey key) {
    return ask(runtime, ASK.cached(rule), TEXT, key).value();
  }

  private static CacheKey text(String text) {
    return new CacheKey().text("q", text);
  }

  @Test
  void anEqualQuestionIsAnsweredFromMemoryAndTheReportSaysSo() {
    FakeClient client = FakeClient.of("{\"value\":3}");
    StepInfo info = ASK.cached(EQUAL);
    try (AgentRuntime runtime = runtime(client).build()) {
      CacheKey key = new CacheKey().exact("a", "x").exact("b", 7);
      AgentResult<Integer> first = ask(runtime, info, NUMBER, key);
      AgentResult<Integer> again =
          ask(runtime, info, NUMBER, new CacheKey().exact("a", "x").exact("b", 7));
      assertThat(again.value()).isEqualTo(first.value()).isEqualTo(3);
      assertThat(client.requests).hasSize(1);

      assertThat(first.report().steps().get(0).cache().outcome()).isEqualTo(CacheOutcome.MISS);
      assertThat(first.report().inputTokens()).isEqualTo(7);
      assertThat(first.report().inputTokensSaved()).isZero();
      CacheReport hit = again.report().steps().get(0).cache();
      assertThat(hit.outcome()).isEqualTo(CacheOutcome.EXACT);
      assertThat(hit.age()).isNotNull();
      assertThat(again.report().steps().get(0).attempts()).isEmpty();
      assertThat(again.report().inputTokens()).isZero();
      assertThat(again.report().inputTokensSaved()).isEqualTo(7);
      assertThat(again.report().outputTokensSaved()).isEqualTo(3);
      assertThat(again.report().toText()).contains("cached, equal").contains("10 saved");
    }
  }

  @Test
  void aTextOfTheSameMeaningIsAHitWithItsProvenance() throws Exception {
    FakeClient client = FakeClient.of("an answer");
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime = runtime(client).listener(Immediately.tell(events::add)).build()) {
      StepInfo info = ASK.cached(NEAR);
      runtime.wiring(AGENT, info);
      assertThat(runtime.cache().warmUp(Duration.ofSeconds(30))).isTrue();
      ask(runtime, info, TEXT, text("How do I leave"));
      AgentResult<String> near = ask(runtime, info, TEXT, text("How do I leavee"));
      assertThat(near.value()).isEqualTo("an answer");
      CacheReport hit = near.report().steps().get(0).cache();
      assertThat(hit.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
      assertThat(hit.similarity()).isBetween(0.9, 1.0);
      assertThat(hit.matchedText()).isEqualTo("How do I leave");
      assertThat(near.report().toText())
          .contains("cached, similar")
          .doesNotContain("How do I leave");
      assertThat(events.toString()).doesNotContain("How do I leave").doesNotContain("an answer");
    }
  }

  @Test
  void whateverElseChangesIsAMiss() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Question question = Question.random(random);
      for (Question changed : question.changedOnce(random)) {
        assertThat(question.partition())
            .as("seed %d: %s and %s", seed, question, changed)
            .isNotEqualTo(changed.partition());
      }
      assertThat(question.partition()).isEqualTo(question.copy().partition());
    }
  }

  /** All parts of a key. */
  private record Question(
      String agent,
      String step,
      String fingerprint,
      String model,
      String endpoint,
      String embedder,
      List<String> values,
      String text) {

    static Question random(Random random) {
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4) + 1; i > 0; i--) {
        values.add(word(random));
      }
      return new Question(
          "app." + word(random),
          word(random),
          word(random),
          word(random),
          "http://" + word(random),
          word(random),
          values,
          word(random));
    }

    private static String word(Random random) {
      return random
          .ints(random.nextInt(6) + 1, 'a', 'e')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    Question copy() {
      return new Question(
          agent, step, fingerprint, model, endpoint, embedder, List.copyOf(values), text);
    }

    List<Question> changedOnce(Random random) {
      String more = word(random);
      List<Question> changed = new ArrayList<>();
      changed.add(
          new Question(agent + more, step, fingerprint, model, endpoint, embedder, values, text));
      changed.add(
          new Question(agent, step + more, fingerprint, model, endpoint, embedder, values, text));
      changed.add(
          new Question(agent, step, fingerprint + more, model, endpoint, embedder, values, text));
      changed.add(
          new Question(agent, step, fingerprint, model + more, endpoint, embedder, values, text));
      changed.add(
          new Question(agent, step, fingerprint, model, endpoint + more, embedder, values, text));
      changed.add(
          new Question(agent, step, fingerprint, model, endpoint, embedder + more, values, text));
      for (int i = 0; i < values.size(); i++) {
        List<String> other = new ArrayList<>(values);
        other.set(i, other.get(i) + more);
        changed.add(new Question(agent, step, fingerprint, model, endpoint, embedder, other, text));
        // The same characters, split at other places.
        List<String> shifted = new ArrayList<>(values);
        shifted.add(i, more);
        changed.add(
            new Question(agent, step, fingerprint, model, endpoint, embedder, shifted, text));
      }
      return changed;
    }

    String partition() {
      MapStore store = new MapStore();
      FakeClient client =
          new FakeClient(request -> FakeClient.reply("x")) {
            @Override
            public String endpoint() {
              return endpoint;
            }
          };
      try (AgentRuntime runtime =
          AgentRuntime.builder()
              .modelClient("openai", client)
              .embedder(new Vowels(embedder))
              .cacheStore(store)
              .configuration("stepwright.models.m", "openai/" + model)
              .configuration("stepwright.cache.timeout", "20s")
              .build()) {
        ModelStep<String> info =
            ModelStep.text(new AgentInfo("Agent", agent), step, "alias:m")
                .cached(CacheRule.of(fingerprint).similarity(0.9));
        CacheKey key = new CacheKey().text("q", text);
        for (int i = 0; i < values.size(); i++) {
          key.exact("v" + i, values.get(i));
        }
        ask(runtime, info, info, key);
        return store.entries().get(0).partition();
      }
    }
  }

  @Test
  void questionsOfOneStepShareNoAnswers() {
    FakeClient client = FakeClient.of("x");
    ModelStep<String> step = ASK.cached(CacheRule.equal());
    try (AgentRuntime runtime = runtime(client).build()) {
      for (int i = 0; i < 2; i++) {
        ask(runtime, step, step.fingerprint("one"), new CacheKey().exact("a", "1"));
        ask(runtime, step, step.fingerprint("two"), new CacheKey().exact("a", "1"));
      }
      assertThat(client.requests).hasSize(2);
    }
  }

  @Test
  void valuesOfDifferentFormsAndPathsDiffer() {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime = runtime(client).build()) {
      ask(runtime, EQUAL, new CacheKey().exact("a", "1"));
      ask(runtime, EQUAL, new CacheKey().exact("b", "1"));
      ask(runtime, EQUAL, new CacheKey().exactJson("a", "1", (json, value) -> json.string(value)));
      ask(runtime, EQUAL, new CacheKey().optional("a", java.util.Optional.empty()));
      ask(runtime, EQUAL, new CacheKey().optional("a", java.util.Optional.of("")));
      assertThat(client.requests).hasSize(5);
      // The prompt is the same with and without the optional.
      ask(runtime, EQUAL, new CacheKey().optional("a", java.util.Optional.of("1")));
      assertThat(client.requests).hasSize(5);
    }
  }

  @Test
  void aNamedTextIsFoldedAndAllElseIsNot() {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime = runtime(client).build()) {
      ask(runtime, EQUAL, text("Where is it?"));
      ask(runtime, EQUAL, text("  where  Is it "));
      assertThat(client.requests).hasSize(1);
      ask(runtime, EQUAL, new CacheKey().exact("q", "Where is it?"));
      ask(runtime, EQUAL, new CacheKey().exact("q", "where is it?"));
      assertThat(client.requests).hasSize(3);
    }
  }

  @Test
  void anAnswerOfAFallbackModelIsNotRemembered() {
    AtomicInteger asked = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (request.model().equals("gpt") && asked.incrementAndGet() == 1) {
                throw new ModelClientException("no", 503, true, null, null);
              }
              return FakeClient.reply(request.model());
            });
    ModelStep<String> info =
        ModelStep.text(AGENT, "ask", "gpt").fallback("other").retry(1).cached(EQUAL);
    ModelStep<String> call = TEXT.fallback("other");
    CacheKey key = new CacheKey().exact("a", "x");
    try (AgentRuntime runtime = runtime(client).build()) {
      assertThat(ask(runtime, info, call, key).value()).isEqualTo("other");
      assertThat(ask(runtime, info, call, key).value()).isEqualTo("gpt");
      assertThat(ask(runtime, info, call, key).value()).isEqualTo("gpt");
    }
    assertThat(client.requests).hasSize(3);
  }

  @Test
  void onlyWhatFitsIsRememberedAndOfARepairedAnswerTheRepair() {
    List<ModelReply> replies =
        new CopyOnWriteArrayList<>(
            List.of(
                FakeClient.reply("{\"value\":\"three\"}"),
                FakeClient.reply("{\"value\":3}"),
                new ModelReply("{\"value\":4", "m", ModelReply.Finish.LENGTH, 1, 2),
                FakeClient.reply("{\"value\":5}")));
    FakeClient client = new FakeClient(request -> replies.remove(0));
    StepInfo info = ASK.cached(EQUAL);
    try (AgentRuntime runtime = runtime(client).build()) {
      CacheKey repaired = new CacheKey().exact("a", "repaired");
      assertThat(ask(runtime, info, NUMBER, repaired).value()).isEqualTo(3);
      assertThat(ask(runtime, info, NUMBER, repaired).value()).isEqualTo(3);
      CacheKey cut = new CacheKey().exact("a", "cut");
      assertThatThrownBy(() -> ask(runtime, info, NUMBER, cut))
          .isInstanceOf(ModelOutputException.class);
      assertThat(ask(runtime, info, NUMBER, cut).value()).isEqualTo(5);
    }
    assertThat(replies).isEmpty();
  }

  @Test
  void twoHundredEqualQuestionsAtOnceMakeOneCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    FakeClient client =
        new FakeClient(
            request -> {
              asked.countDown();
              answer.await();
              return FakeClient.reply("x");
            });
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try (AgentRuntime runtime = runtime(client).build()) {
      List<Future<AgentResult<String>>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        results.add(threads.submit(() -> ask(runtime, ASK.cached(EQUAL), TEXT, text("the same"))));
      }
      asked.await();
      answer.countDown();
      int saved = 0;
      for (Future<AgentResult<String>> result : results) {
        assertThat(result.get().value()).isEqualTo("x");
        saved += (int) result.get().report().inputTokensSaved();
      }
      assertThat(client.requests).hasSize(1);
      assertThat(saved).isEqualTo(199 * 7);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFailureIsEverybodysAndIsForgotten() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (calls.incrementAndGet() > 1) {
                return FakeClient.reply("well");
              }
              asked.countDown();
              answer.await();
              throw new ModelClientException("no", 401, false, null, null);
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (AgentRuntime runtime = runtime(client).build()) {
      Future<Throwable> leader =
          threads.submit(() -> catchThrowable(() -> ask(runtime, EQUAL, text("q"))));
      asked.await();
      Thread[] waiting = new Thread[1];
      CountDownLatch begun = new CountDownLatch(1);
      Future<Throwable> waiter =
          threads.submit(
              () -> {
                waiting[0] = Thread.currentThread();
                begun.countDown();
                return catchThrowable(() -> ask(runtime, EQUAL, text("q")));
              });
      begun.await();
      Await.until("waits", () -> waiting[0].getState() == Thread.State.WAITING);
      answer.countDown();
      assertThat(leader.get()).isInstanceOf(ModelCallException.class).hasMessageContaining("'ask'");
      assertThat(waiter.get())
          .isInstanceOf(ModelCallException.class)
          .hasMessageContaining("'ask'")
          .isNotSameAs(leader.get());
      assertThat(ask(runtime, EQUAL, text("q"))).isEqualTo("well");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRunThatEndsWhileItAsksLeavesTheQuestionToAnother() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (calls.incrementAndGet() > 1) {
                return FakeClient.reply("well");
              }
              asked.countDown();
              new CountDownLatch(1).await();
              return FakeClient.reply("never");
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (AgentRuntime runtime = runtime(client).build()) {
      Thread[] leading = new Thread[1];
      Future<Throwable> leader =
          threads.submit(
              () -> {
                leading[0] = Thread.currentThread();
                return catchThrowable(() -> ask(runtime, EQUAL, text("q")));
              });
      asked.await();
      Thread[] waiting = new Thread[1];
      CountDownLatch begun = new CountDownLatch(1);
      Future<String> waiter =
          threads.submit(
              () -> {
                waiting[0] = Thread.currentThread();
                begun.countDown();
                return ask(runtime, EQUAL, text("q"));
              });
      begun.await();
      Await.until("waits", () -> waiting[0].getState() == Thread.State.WAITING);
      leading[0].interrupt();
      assertThat(waiter.get()).isEqualTo("well");
      assertThat(leader.get()).isInstanceOf(RunCancelledException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsEvictedIsAskedAgain() {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime = runtime(client).build()) {
      ask(runtime, EQUAL, text("one").exact("user", "a"));
      ask(runtime, EQUAL, text("one").exact("user", "b"));
      ask(runtime, EQUAL, text("two").exact("user", "a"));
      assertThat(client.requests).hasSize(3);
      runtime.cache().evict("Onboarding.ask", "One!");
      ask(runtime, EQUAL, text("two").exact("user", "a"));
      assertThat(client.requests).hasSize(3);
      ask(runtime, EQUAL, text("one").exact("user", "a"));
      ask(runtime, EQUAL, text("one").exact("user", "b"));
      assertThat(client.requests).hasSize(5);
      runtime.cache().evict("Onboarding.ask");
      runtime.cache().evict("Onboarding.unknown");
      ask(runtime, EQUAL, text("two").exact("user", "a"));
      assertThat(client.requests).hasSize(6);
    }
  }

  @Test
  void nothingIsRememberedIfTheConfigurationSaysSo() {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .configuration("stepwright.cache.store", "none")
            .build()) {
      ask(runtime, NEAR, text("one"));
      AgentResult<String> again = ask(runtime, ASK.cached(NEAR), TEXT, text("one"));
      assertThat(again.report().steps().get(0).cache()).isNull();
      assertThat(client.requests).hasSize(2);
      runtime.cache().evict("Onboarding.ask");
    }
  }

  @Test
  void whatIsMissingIsNamedWhenTheAgentIsMade() {
    RuntimeParts parts = AgentRuntime.builder().modelClient("openai", FakeClient.of("x")).parts();
    parts.embedderFactories = List::of;
    try (AgentRuntime runtime = new AgentRuntime(parts.engine())) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, ASK.cached(NEAR)))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("'ask'")
          .hasMessageContaining("io.stepwright:stepwright-minilm");
      runtime.wiring(AGENT, ASK.cached(EQUAL));
    }
    assertThatThrownBy(
            () ->
                AgentRuntime.builder()
                    .configuration("stepwright.cache.store", "redis")
                    .build()
                    .close())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("io.stepwright:stepwright-redis");
  }

  @Test
  void eachKindOfLookupIsAnEventBeforeTheAttempts() {
    FakeClient client = FakeClient.of("x");
    ProtocolListener protocol = new ProtocolListener();
    List<String> events = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime =
        runtime(client)
            .listener(protocol)
            .listener(
                Immediately.tell(
                    event -> {
                      if (event instanceof RunEvent.CacheLookedUp looked) {
                        events.add(looked.lookup().outcome().name());
                      } else if (event instanceof RunEvent.Attempted) {
                        events.add("asked");
                      }
                    }))
            .build()) {
      ask(runtime, EQUAL, text("one"));
      ask(runtime, EQUAL, text("one"));
    }
    assertThat(events).containsExactly("MISS", "asked", "EXACT");
    assertThat(protocol.violations()).isEmpty();
  }

  @Test
  void anAnswerIsForgottenInTime() throws Exception {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime = runtime(client).build()) {
      CacheRule brief = EQUAL.ttl(Duration.ofMillis(1));
      ask(runtime, brief, text("one"));
      Await.until(
          "it is forgotten",
          () -> {
            ask(runtime, brief, text("one"));
            return client.requests.size() > 1;
          });
    }
  }
}
