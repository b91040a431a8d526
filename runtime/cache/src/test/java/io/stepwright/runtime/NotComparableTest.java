package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.cache.TextKey;
import io.stepwright.report.CacheReport;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user never gets the answer to a text of which the user sees less than the model has read. */
@Timeout(120)
class NotComparableTest {

  private static final AgentInfo AGENT = new AgentInfo("Helpdesk", "app.Helpdesk");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");
  private static final CacheRule NEAR = CacheRule.of("fingerprint").similarity(0.95);
  private static final String QUESTION = "How do I reset my password?";

  /** Embeds all texts as the same vector. */
  private record Blind(Set<String> languages) implements Embedder {

    @Override
    public String id() {
      return "blind";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Embedding embed(String text) {
      return new Embedding(new float[] {1, 0}, 3, false, !text.contains("\uD83D\uDE00"));
    }

    @Override
    public void close() {}
  }

  private final FakeClient client = FakeClient.of("answer");
  private final AgentRuntime runtime = runtime("en");

  private AgentRuntime runtime(String language) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .embedder(new Blind(Set.of(language)))
        .configuration("stepwright.cache.timeout", "20s")
        .build();
  }

  private CacheReport ask(CacheRule rule, String text) throws InterruptedException {
    return ask(runtime, rule, text);
  }

  private static CacheReport ask(AgentRuntime runtime, CacheRule rule, String text)
      throws InterruptedException {
    assertThat(runtime.cache().warmUp(Duration.ofSeconds(60))).isTrue();
    ModelStep<String> step = ModelStep.text(AGENT, "answer", "gpt").cached(rule);
    EntryPointInfo entry = EntryPointInfo.of(AGENT, "handle").step(step).reported();
    try (Run run = runtime.wiring(AGENT, step).start(entry)) {
      CacheKey key = new CacheKey().text("question", text);
      String answer = run.call(step, at -> at.cached(key).ask(TEXT, PromptText.of("canary")));
      return AgentResult.of(run, answer).report().steps().get(0).cache();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uDB40\uDC49\uDB40\uDC67\uDB40\uDC6E",
        "\uDB40\uDD00\uDB40\uDD01",
        "\uE000\uE001\uE002",
        "\u200B\u2060\u200B",
        "\uD83D",
        "\u0000",
        "\u00AD",
        "\u3164"
      })
  void hiddenCharactersPoisonNobodysAnswer(String hidden) throws Exception {
    CacheReport evil = ask(NEAR.unguarded(), QUESTION + hidden);
    assertThat(evil.outcome()).isEqualTo(CacheOutcome.NOT_COMPARABLE);
    assertThat(evil.notComparable()).isEqualTo(NotComparable.CHARACTERS);
    assertThat(evil.toString()).isEqualTo("not comparable: hidden characters");
    assertThat(ask(NEAR.unguarded(), QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(ask(NEAR.unguarded().servingUnjudged(), QUESTION + hidden + "!").outcome())
        .isEqualTo(CacheOutcome.NOT_COMPARABLE);
    assertThat(ask(NEAR.unguarded(), QUESTION + hidden).outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(client.requests).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Was ist mit meiner Bestellung?",
        "Как отменить заказ",
        "if (a == b) { c(); }",
        "How was it? \uD83D\uDE00"
      })
  void whatCannotBeComparedIsAnsweredInItsOwnWordsOnly(String text) throws Exception {
    ask(NEAR, QUESTION);
    assertThat(ask(NEAR, text).outcome()).isEqualTo(CacheOutcome.NOT_COMPARABLE);
    assertThat(ask(NEAR, text).outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(ask(NEAR, "How do I change my password?").outcome())
        .as("what is remembered is the first question")
        .isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(client.requests).hasSize(2);
    runtime.cache().evict("Helpdesk.answer", text);
    assertThat(ask(NEAR, text).outcome()).isEqualTo(CacheOutcome.NOT_COMPARABLE);
  }

  @Test
  void aStepMayServeWhatCannotBeJudged() throws Exception {
    CacheRule serving = NEAR.servingUnjudged();
    ask(serving, "Как отменить заказ");
    CacheReport hit = ask(serving, "Как отменить мой заказ");
    assertThat(hit.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(hit.toString()).contains("not judged by ENTITIES, NUMBERS, ORDER, POLARITY");
    assertThat(ask(serving, "Как отменить заказ 5").outcome()).isEqualTo(CacheOutcome.REFUSED);
    assertThat(ask(serving, "Как отменить заказ \uD83D\uDE00").notComparable())
        .isEqualTo(NotComparable.UNKNOWN_PIECES);
  }

  @Test
  void anEmbedderSaysWhatItReadsAndTheGuardsStillCannotJudgeIt() throws Exception {
    try (AgentRuntime russian = runtime("ru")) {
      ask(russian, NEAR, "Как отменить заказ");
      CacheReport near = ask(russian, NEAR, "Как отменить мой заказ");
      assertThat(near.outcome()).isEqualTo(CacheOutcome.REFUSED);
      assertThat(near.refusedBy()).isEmpty();
      assertThat(near.toString())
          .isEqualTo("not cached, 1.000, not judged by ENTITIES, NUMBERS, ORDER, POLARITY");
      ask(russian, NEAR.unguarded(), "Как отменить заказ сегодня");
      assertThat(ask(russian, NEAR.unguarded(), "Как отменить заказ завтра").outcome())
          .isEqualTo(CacheOutcome.SEMANTIC);
      assertThat(ask(russian, NEAR, QUESTION).notComparable()).isEqualTo(NotComparable.LANGUAGE);
    }
  }

  @Test
  void noTwoTextsShareAnAnswerButByFolding() throws Exception {
    Random random = new Random(20260106);
    String alphabet =
        "aAbBxX1 ?!.'-\u00AD\u200B\u200D\u0301\uFE0F\uD83D\uDC4D\uE000²ⁿ½ſﬁＡ\u00A0\n\u0000é";
    CacheRule equal = CacheRule.of("fingerprint");
    int shared = 0;
    for (int round = 0; round < 1_500; round++) {
      StringBuilder text = new StringBuilder("q").append(round).append(' ');
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String one = text.toString();
      int at = 4 + random.nextInt(one.length() - 3);
      String other =
          one.substring(0, Math.min(at, one.length()))
              + alphabet.charAt(random.nextInt(alphabet.length()))
              + (at + 1 < one.length() ? one.substring(at + 1) : "");
      ask(equal, one);
      boolean hit = ask(equal, other).outcome() == CacheOutcome.EXACT;
      shared += hit && !one.equals(other) ? 1 : 0;
      assertThat(hit)
          .as(() -> one.codePoints().mapToObj(Integer::toHexString).toList() + " / " + other)
          .isEqualTo(TextKey.of(one).equals(TextKey.of(other)));
    }
    assertThat(shared).isPositive();
  }
}
