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
import io.stepwright.spi.ModelRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records whose constructors refuse values from a model or a regular expression. */
@Timeout(120)
class RefusedValuesRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Agent
      public interface Shop {
        record Line(int amount) {
          public Line {
            if (amount < 0) throw new IllegalArgumentException("canary " + amount);
            if (amount == 0) throw new IllegalStateException();
          }
        }
        record Pack(Line line, Optional<Line> spare) {}
        sealed interface Payment permits Card, Cash {}
        record Card(String number) implements Payment {
          public Card { Integer.parseInt(number); }
        }
        record Cash(Line paid) implements Payment {}
        record Order(Line first, List<Line> lines, Optional<Line> gift, List<List<Line>> grid,
            List<Optional<Line>> holes, Pack pack, Payment payment, List<Payment> payments) {
          public Order {
            if (lines.size() > 2) throw new IllegalArgumentException("more than two");
          }
        }

        record Letter(String subject, Body body) {}
        record Body(String text) {
          public Body {
            if (text.length() > 8) throw new IllegalArgumentException("too long: " + text);
          }
        }

        @EntryPoint("order") Order order(String text, int a);
        @EntryPoint("list") List<Line> list(String text, int b);
        @EntryPoint("way") Payment pay(String text, int c);
        @EntryPoint("maybe") Optional<Line> find(String text, int d);
        @EntryPoint("found") Line read(String text, int e);
        @EntryPoint("alone") List<Line> all(String text, int f);
        @EntryPoint("letter") Letter write(String text, int g);

        @AgentStep @Model("m") @Retry(maxAttempts = 4) @Prompt("{{text}}") Order order(String text);
        @AgentStep @Model("m") @Prompt("{{text}}") List<Line> list(String text);
        @AgentStep @Model("m") @Prompt("{{text}}") Payment way(String text);
        @AgentStep @Model("m") @Prompt("{{text}}") Optional<Line> maybe(String text);
        @AgentStep @Regex("(?P<amount>-?\\\\d+) pieces") @Model("m") @Prompt("{{text}}")
        Line found(String text);
        @AgentStep @Regex("(?P<amount>-?\\\\d+) pieces") List<Line> alone(String text);
        @AgentStep @Model("m") @Template("letter.json") Letter letter(String text);
      }
      """;

  private static final String ORDER =
      """
      {"first":{"amount":1},"lines":[{"amount":1},{"amount":2}],"gift":null,
       "grid":[[{"amount":1}],[{"amount":1},{"amount":3}]],"holes":[null,{"amount":4}],
       "pack":{"line":{"amount":5},"spare":{"amount":6}},
       "payment":{"type":"Card","number":"7"},
       "payments":[{"type":"Card","number":"8"},{"type":"Cash","paid":{"amount":9}}]}
      """;

  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    compiled =
        Compilation.with(TestCompiler.JAVAC)
            .source("app/Shop.java", AGENT)
            .resource(
                "letter.json",
                "{\"subject\": \"On {{text}}\", \"body\": {\"text\": \"Dear {{write: a name}}\"}}")
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  /** Gives the first answer until the request contains a complaint. */
  private static FakeModel model(String first, String second) {
    return new FakeModel(request -> Repairs.isOne(request) ? second : first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"first\":{\"amount\":1} | \"first\":{\"amount\":-1} | $.first is not accepted: canary -1",
        "\"first\":{\"amount\":1} | \"first\":{\"amount\":0} | $.first is not accepted.",
        "{\"amount\":2} | {\"amount\":-2} | $.lines[1] is not accepted: canary -2",
        "{\"amount\":2} | {\"amount\":2},{\"amount\":2} | $ is not accepted: more than two",
        "\"gift\":null | \"gift\":{\"amount\":-1} | $.gift is not accepted: canary -1",
        "{\"amount\":3} | {\"amount\":-3} | $.grid[1][1] is not accepted: canary -3",
        "{\"amount\":4} | {\"amount\":-4} | $.holes[1] is not accepted: canary -4",
        "{\"amount\":5} | {\"amount\":-5} | $.pack.line is not accepted: canary -5",
        "{\"amount\":6} | {\"amount\":-6} | $.pack.spare is not accepted: canary -6",
        "\"7\" | \"seven\" | $.payment is not accepted: For input string: \"seven\"",
        "\"8\" | \"eight\" | $.payments[0] is not accepted: For input string: \"eight\"",
        "{\"amount\":9} | {\"amount\":-9} | $.payments[1].paid is not accepted: canary -9",
      })
  void theModelIsToldWhichValueItIs(String right, String wrong, String told) throws Throwable {
    assertThat(ORDER).contains(right);
    FakeModel model = model(ORDER.replace(right, wrong), ORDER);
    try (RunningAgent agent = new RunningAgent(compiled, "Shop", model)) {
      assertThat(agent.call("order", "x", 1)).asString().startsWith("Order[first=Line[amount=1]");
    }
    assertThat(model.requests()).hasSize(2);
    assertThat(complaint(model))
        .startsWith("This answer cannot be used. " + told + " Answer again");
  }

  private static String complaint(FakeModel model) {
    ModelRequest last = model.requests().get(model.requests().size() - 1);
    return last.prompt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list | {\"value\":[{\"amount\":1},{\"amount\":-2}]} | {\"value\":[]} | $.value[1] is",
        "pay | {\"value\":{\"type\":\"Card\",\"number\":\"a\"}} | {\"value\":{\"type\":\"Card\",\"number\":\"1\"}} | $.value is",
        "pay | {\"value\":{\"type\":\"Cash\",\"paid\":{\"amount\":-1}}} | {\"value\":{\"type\":\"Card\",\"number\":\"1\"}} | $.value.paid is",
        "find | {\"value\":{\"amount\":-1}} | {\"value\":null} | $.value is",
      })
  void wrappedResultsHaveTheirPathToo(String entry, String wrong, String right, String told)
      throws Throwable {
    FakeModel model = model(wrong, right);
    try (RunningAgent agent = new RunningAgent(compiled, "Shop", model)) {
      agent.call(entry, "x", 1);
    }
    assertThat(complaint(model)).contains(told + " not accepted: ");
  }

  @Test
  void itIsAskedAgainAsOftenAsAttemptsAreLeftAndNobodyElseIsTold() throws Throwable {
    String wrong = ORDER.replace("{\"amount\":5}", "{\"amount\":-5}");
    FakeModel model = model(wrong, wrong);
    try (RunningAgent agent = new RunningAgent(compiled, "Shop", model)) {
      Throwable thrown = catchThrowable(() -> agent.call("order", "x", 1));
      assertThat(thrown)
          .isInstanceOf(ModelOutputException.class)
          .hasMessageContaining(
              "the type of $.pack.line does not accept it (java.lang.IllegalArgumentException).")
          .hasMessageContaining("It was asked 4 times.");
      assertThat(((ModelOutputException) thrown).refusal()).isNull();
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      // Contains the place of the refusal, but not its text.
      assertThat(trace.toString()).contains("app.Shop$Line.<init>").doesNotContain("canary");
    }
    assertThat(model.requests()).hasSize(4);
  }

  @Test
  void aMatchThatIsRefusedIsNone() throws Throwable {
    FakeModel model = model("{\"amount\":3}", "");
    try (RunningAgent agent = new RunningAgent(compiled, "Shop", model)) {
      assertThat(agent.call("read", "2 pieces", 1)).hasToString("Line[amount=2]");
      assertThat(agent.call("read", "-1 pieces, 2 pieces", 1)).hasToString("Line[amount=2]");
      assertThat(model.requests()).isEmpty();
      assertThat(agent.call("read", "-1 pieces", 1)).hasToString("Line[amount=3]");
      assertThat(model.requests()).hasSize(1);
      assertThat(agent.call("all", "1 pieces, -1 pieces, 2 pieces", 1))
          .hasToString("[Line[amount=1], Line[amount=2]]");
    }
  }

  @Test
  void theRecordThatATemplateMakesOfAnAnswerIsRefusedAsTheAnswer() throws Throwable {
    FakeModel model = model("{\"body_text\":\"Lovelace\"}", "{\"body_text\":\"Ada\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Shop", model)) {
      assertThat(agent.call("write", "tea", 1))
          .hasToString("Letter[subject=On tea, body=Body[text=Dear Ada]]");
    }
    assertThat(model.requests()).hasSize(2);
    assertThat(complaint(model)).contains("$ is not accepted: too long: Dear Lovelace");
  }
}
