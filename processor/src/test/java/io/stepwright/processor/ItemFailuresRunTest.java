package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.ItemResult;
import io.stepwright.runtime.ModelOutputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents whose items may fail, compiled and run. */
@Timeout(120)
class ItemFailuresRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import io.stepwright.runtime.*;
      import java.util.*;
      @Agent
      public interface Marks {
        record Both(List<Optional<Integer>> numbers, List<String> shown) {}

        @EntryPoint("both") AgentResult<Both> empty(List<String> texts);
        @EntryPoint("results") List<ItemResult<Integer>> give(List<String> texts, boolean a);
        @EntryPoint("halves") List<Optional<Integer>> half(List<String> texts, int b);
        @EntryPoint("sums") List<Integer> sum(List<String> texts, long c);
        @EntryPoint(also = "note") void notes(List<String> texts);
        @EntryPoint("chosen") List<Optional<String>> choose(List<String> texts, short d);

        @AgentStep default Both both(List<Optional<Integer>> numbers, List<String> shown) {
          return new Both(numbers, shown);
        }

        @AgentStep("numbers") @Model("m") @Prompt("The number of {{text}}")
        int number(@Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text);

        @AgentStep("shown")
        default String show(@Each("numbers") Optional<Integer> number) {
          return number.map(String::valueOf).orElse("-");
        }

        @AgentStep("results") @Model("m") @Prompt("The number of {{text}}")
        int result(@Each(value = "texts", onFailure = OnFailure.GIVE_FAILURE, atOnce = 2) String text);

        @AgentStep("halves")
        default Optional<Integer> halfOf(
            @Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text) {
          int number = Integer.parseInt(text);
          return number % 2 == 0 ? Optional.of(number / 2) : Optional.empty();
        }

        @AgentStep("sums")
        default int plus(@Each("results") ItemResult<Integer> result, @Each("texts") String text) {
          return result.value().orElse(-1);
        }

        @AgentStep("note")
        default void note(@Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text) {
          throw new IllegalStateException(text);
        }

        @AgentStep default boolean many(List<String> texts) { return texts.size() > 1; }

        @AgentStep("chosen") @When("many")
        default String loud(@Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text) {
          if (text.isEmpty()) throw new IllegalArgumentException();
          return text + "!";
        }

        @AgentStep("chosen") @When("!many")
        default String quiet(@Each(value = "texts", onFailure = OnFailure.LEAVE_EMPTY) String text) {
          return text;
        }
      }
      """;

  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Marks.java", AGENT)
            .option("-Xlint:all")
            .option("-Werror")
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  /** Answers one and three correctly, and everything else with an unusable answer. */
  private static FakeModel model() {
    return new FakeModel(
        request ->
            request.prompt().endsWith("one")
                ? "{\"value\":1}"
                : request.prompt().endsWith("three") ? "{\"value\":3}" : "canary");
  }

  private static final List<String> TEXTS = List.of("one", "two", "three");

  @Test
  void failedItemsAreEmptyAndTheReportHasTheirFailures() throws Throwable {
    FakeModel model = model();
    try (RunningAgent agent = new RunningAgent(compiled, "Marks", model)) {
      AgentResult<?> result = (AgentResult<?>) agent.call("empty", TEXTS);
      assertThat(result.value())
          .hasToString("Both[numbers=[Optional[1], Optional.empty, Optional[3]], shown=[1, -, 3]]");
      assertThat(result.report().failure()).isNull();
      List<StepReport> steps = result.report().steps();
      assertThat(steps)
          .filteredOn(step -> step.state() == StepState.FAILED)
          .singleElement()
          .satisfies(
              step -> {
                assertThat(step.label()).isEqualTo("numbers[1]");
                assertThat(step.failure().type()).isEqualTo("unusable_answer");
                assertThat(step.attempts()).hasSize(2);
              });
    }
    assertThat(model.requests()).hasSize(4);
  }

  @Test
  void failuresAreGiven() throws Throwable {
    try (RunningAgent agent = new RunningAgent(compiled, "Marks", model())) {
      @SuppressWarnings("unchecked")
      List<ItemResult<Integer>> results =
          (List<ItemResult<Integer>>) agent.call("give", TEXTS, true);
      assertThat(results)
          .extracting(ItemResult::value)
          .containsExactly(Optional.of(1), Optional.empty(), Optional.of(3));
      assertThat(results).extracting(ItemResult::isFailure).containsExactly(false, true, false);
      assertThat(results.get(1).failure().orElseThrow())
          .isInstanceOf(ModelOutputException.class)
          .hasMessageContaining("'results'")
          .hasMessageNotContaining("canary");
      assertThat(catchThrowable(() -> results.get(1).orElseThrow()))
          .isSameAs(results.get(1).failure().orElseThrow());
      assertThat(results.get(2).orElseThrow()).isEqualTo(3);
      assertThat(results.get(1)).hasToString("ItemResult[unusable_answer]");
      assertThat(agent.call("sum", TEXTS, 1L)).isEqualTo(List.of(1, -1, 3));
    }
  }

  @Test
  void optionalItemsStayAsTheyAre() throws Throwable {
    try (RunningAgent agent = new RunningAgent(compiled, "Marks", model())) {
      assertThat(agent.call("half", List.of("4", "3", "x"), 1))
          .isEqualTo(List.of(Optional.of(2), Optional.empty(), Optional.empty()));
    }
  }

  @Test
  void itemsWithoutAValueAndThoseOfAlternativesMayFail() throws Throwable {
    try (RunningAgent agent = new RunningAgent(compiled, "Marks", model())) {
      agent.call("notes", TEXTS);
      assertThat(agent.call("choose", List.of("a", ""), (short) 1))
          .isEqualTo(List.of(Optional.of("a!"), Optional.empty()));
      assertThat(agent.call("choose", List.of("a"), (short) 1))
          .isEqualTo(List.of(Optional.of("a")));
    }
  }

  @Test
  void aDirectCallFails() throws Throwable {
    try (RunningAgent agent = new RunningAgent(compiled, "Marks", model())) {
      assertThat(catchThrowable(() -> agent.call("result", "two")))
          .isInstanceOf(ModelOutputException.class);
    }
  }
}
