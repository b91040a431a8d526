package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.Repairs;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.ModelRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents with checks, compiled and run. */
@Timeout(120)
class CheckRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import java.io.IOException;
      import java.util.*;
      @Agent
      public interface Desk {
        record Total(int sum, String currency) {}
        record Letter(String subject, String body) {}

        @EntryPoint("total") Total read(String text, int expected);
        @EntryPoint("days") int due(String text, int most);
        @EntryPoint("words") List<String> words(List<String> texts, int most);
        @EntryPoint("maybe") Optional<String> find(String text);
        @EntryPoint("kept") String keep(String text, int most);
        @EntryPoint("letter") Letter write(String text, int most);

        @AgentStep @Model(value = "first", fallback = "second") @Retry(maxAttempts = 2)
        @Prompt("Total of {{text}}?")
        Total total(String text, int expected);

        @Check
        default Optional<String> sums(Total total, int expected) throws IOException {
          if (expected < 0) {
            throw new IOException("secret");
          }
          return total.sum() == expected ? Optional.empty() : Optional.of("sum is not " + expected);
        }

        @Check
        default Optional<String> euros(Total total, String text) {
          return total.currency().equals("EUR") ? Optional.empty() : Optional.of("not in EUR: " + text);
        }

        @AgentStep @Regex("in (\\\\d+) days") @Model("first") @Prompt("When? {{text}}")
        int days(String text, int most);

        @Check
        default Optional<String> soon(int days, int most) {
          return days > most ? Optional.of("later than " + most) : Optional.empty();
        }

        @AgentStep("words") @Model("first") @Prompt("A word on {{text}}")
        String word(@Each("texts") String text, int most);

        @Check("words")
        default Optional<String> brief(String word, int most) {
          return word.length() > most ? Optional.of("longer than " + most) : Optional.empty();
        }

        @AgentStep @Model("first") @Prompt("Find it in {{text}}")
        Optional<String> maybe(String text);

        @Check("maybe")
        default Optional<String> inside(String maybe, String text) {
          return text.contains(maybe) ? Optional.empty() : Optional.of("it is not in the text");
        }

        @AgentStep @Model("first") @Cached @Prompt("Keep {{text}}")
        String kept(String text, int most);

        @Check("kept")
        default Optional<String> small(String kept, int most) {
          return kept.length() > most ? Optional.of("too long") : Optional.empty();
        }

        @AgentStep @Model("first") @Template("letter.json")
        Letter letter(String text, int most);

        @Check
        default Optional<String> whole(Letter letter, int most) {
          return letter.body().length() > most ? Optional.of(letter.body() + " is long") : Optional.empty();
        }
      }
      """;

  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Desk.java", AGENT)
            .resource(
                "letter.json",
                "{\"subject\": \"On {{text}}\", \"body\": \"Dear {{write: a name}}\"}")
            .option("-Xlint:all")
            .option("-Werror")
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  private static FakeModel model(String... answers) {
    Queue<String> left = new ArrayDeque<>(List.of(answers));
    return new FakeModel(
        request -> {
          synchronized (left) {
            return left.remove();
          }
        });
  }

  private static String total(int sum, String currency) {
    return "{\"sum\":%d,\"currency\":\"%s\"}".formatted(sum, currency);
  }

  @Test
  void theModelSeesItsAnswerAndTheText() throws Throwable {
    FakeModel model = model(total(2, "USD"), total(3, "EUR"));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("read", "a", 3)).hasToString("Total[sum=3, currency=EUR]");
    }
    assertThat(model.requests()).extracting(ModelRequest::model).containsExactly("first", "first");
    assertThat(Repairs.isOne(model.requests().get(0))).isFalse();
    ModelRequest repair = model.requests().get(1);
    assertThat(Repairs.rejected(repair)).isEqualTo(total(2, "USD"));
    // The first text is used.
    assertThat(repair.prompt()).contains("sum is not 3").doesNotContain("not in EUR");
    assertThat(repair.turns().get(0)).isEqualTo(model.requests().get(0).turns().get(0));
  }

  @Test
  void theFallbackStartsFromThePrompt() throws Throwable {
    FakeModel model = model(total(2, "EUR"), total(3, "USD"), total(3, "EUR"));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("read", "a", 3)).hasToString("Total[sum=3, currency=EUR]");
    }
    assertThat(model.requests())
        .extracting(ModelRequest::model)
        .containsExactly("first", "first", "second");
    assertThat(model.requests().get(1).prompt()).contains("sum is not 3");
    assertThat(Repairs.isOne(model.requests().get(2))).isFalse();
  }

  @Test
  void theLastTextIsInTheException() throws Throwable {
    FakeModel model = model(total(2, "X"), total(3, "X"), total(2, "X"), total(3, "X"));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      Throwable thrown = catchThrowable(() -> agent.call("read", "canary", 3));
      assertThat(thrown)
          .isInstanceOf(ModelOutputException.class)
          .hasMessageContaining("check 'euros' of the step refuses it. It was asked 2 times.")
          .hasMessageNotContaining("canary");
      ModelOutputException output = (ModelOutputException) thrown;
      assertThat(output.refusal()).isEqualTo("not in EUR: canary");
      assertThat(output.rawText()).isEqualTo(total(3, "X"));
    }
    assertThat(model.requests()).hasSize(4);
  }

  @Test
  void aWrongShapeIsStillRepairedOnce() throws Throwable {
    FakeModel model = model("no JSON", total(2, "EUR"), "no JSON", "no JSON");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      Throwable thrown = catchThrowable(() -> agent.call("read", "a", 3));
      assertThat(thrown).isInstanceOf(ModelOutputException.class);
      assertThat(((ModelOutputException) thrown).refusal()).isNull();
    }
    // Each has two attempts.
    assertThat(model.requests())
        .extracting(ModelRequest::model)
        .containsExactly("first", "first", "second", "second");
  }

  @Test
  void anExceptionOfACheckFailsTheStep() throws Throwable {
    FakeModel model = model(total(2, "EUR"), total(2, "EUR"));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      for (String method : List.of("read", "total")) {
        assertThat(catchThrowable(() -> agent.call(method, "a", -1)))
            .isInstanceOf(StepFailedException.class)
            .hasMessageContaining(
                "Check 'sums' of step 'total' of agent Desk failed with java.io.IOException")
            .hasMessageNotContaining("secret")
            .hasRootCauseInstanceOf(IOException.class);
      }
    }
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void aDirectCallIsJudged() throws Throwable {
    FakeModel model = model(total(2, "EUR"), total(3, "EUR"));
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("total", "a", 3)).hasToString("Total[sum=3, currency=EUR]");
    }
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void aRefusedMatchAsksTheModel() throws Throwable {
    FakeModel model = model("{\"value\":20}", "{\"value\":5}");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("due", "in 9 days", 10)).isEqualTo(9);
      assertThat(model.requests()).isEmpty();
      assertThat(agent.call("due", "in 30 days", 10)).isEqualTo(5);
    }
    assertThat(model.requests()).hasSize(2);
    assertThat(Repairs.isOne(model.requests().get(0))).isFalse();
    assertThat(model.requests().get(1).prompt()).contains("later than 10");
  }

  @Test
  void eachItemIsJudged() throws Throwable {
    FakeModel model = new FakeModel(request -> Repairs.isOne(request) ? "ok" : request.prompt());
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("words", List.of("a", "bbbb"), 12))
          .isEqualTo(List.of("A word on a", "ok"));
    }
    // Plain text is not requested as JSON.
    assertThat(model.requests())
        .filteredOn(Repairs::isOne)
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.prompt()).contains("longer than 12").doesNotContain("JSON"));
  }

  @Test
  void whatIsAbsentIsNotJudged() throws Throwable {
    FakeModel model = model("{\"value\":null}", "{\"value\":\"x\"}", "{\"value\":\"there\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("find", "it is there")).isEqualTo(Optional.empty());
      assertThat(agent.call("find", "it is there")).isEqualTo(Optional.of("there"));
    }
    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void aCachedAnswerIsJudgedForTheOneWhoAsks() throws Throwable {
    FakeModel model = model("too long to be stored", "stored", "st", "no!", "no!", "no!");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      // The stored result has passed its check.
      assertThat(agent.call("keep", "a", 6)).isEqualTo("stored");
      assertThat(agent.call("keep", "a", 6)).isEqualTo("stored");
      assertThat(model.requests()).hasSize(2);
      // The number is not part of the key, so the check runs again.
      assertThat(agent.call("keep", "a", 2)).isEqualTo("st");
      assertThat(model.requests()).hasSize(3);
      assertThat(Repairs.isOne(model.requests().get(2))).isFalse();
      assertThat(agent.call("keep", "a", 6)).isEqualTo("st");
      assertThat(model.requests()).hasSize(3);
      // A refused answer stays in the cache for others.
      assertThat(catchThrowable(() -> agent.call("keep", "a", 1)))
          .isInstanceOf(ModelOutputException.class);
      assertThat(agent.call("keep", "a", 6)).isEqualTo("st");
      assertThat(model.requests()).hasSize(6);
    }
  }

  @Test
  void aTemplateIsJudgedAsAWhole() throws Throwable {
    FakeModel model = model("{\"body\":\"Ms Lovelace\"}", "{\"body\":\"Ada\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Desk", model)) {
      assertThat(agent.call("write", "tea", 8))
          .hasToString("Letter[subject=On tea, body=Dear Ada]");
    }
    assertThat(model.requests().get(1).prompt()).contains("Dear Ms Lovelace is long");
  }
}
