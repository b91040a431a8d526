package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;

/** Generated code compiles without a warning, with any names and types. */
class GeneratedCodeTest {

  private static final String HEAD =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      import java.util.concurrent.CompletableFuture;
      """;

  private static Compiled compile(TestCompiler compiler, String name, String body) {
    Compilation compilation =
        Compilation.with(compiler).source("app/" + name + ".java", HEAD + body);
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xlint:all").option("-Werror");
    }
    return compilation.compile();
  }

  @EveryCompiler
  void theUsersNamesWinOverOurs(TestCompiler compiler) {
    Compiled compiled =
        compile(
            compiler,
            "Names",
            """
            @Agent
            public abstract class Names {
              public record Run(int number) {}
              public record Step(String text) {}
              public record Forked(String text) {}
              public record Wiring(String text) {}
              public record Optional(String text) {}
              public record Result(String run, Integer AGENT, String step) {}
              public enum Objects { A }
              protected String runtime;
              protected Names(String runtime, int json) {}
              @EntryPoint public abstract Result names(Run run_, Step step, Forked runtime, Wiring json, Objects prompt);
              @AgentStep protected String run(Run run_, Wiring json) { return ""; }
              @AgentStep("AGENT") protected Integer agent(Optional in) { return 1; }
              @AgentStep("in") protected Optional in(Step step) { return new Optional(""); }
              @AgentStep("system") @Model("m")
              @Prompt(system = "{{prompt}} {{json}}", value = "{{step}} {{value}} {{system}}")
              protected abstract String step(Objects prompt, Wiring json, Step step, @From("run") String value, @From("run") String system);
              @EntryPoint("system") abstract String names(Run run_, Wiring json, Step step, Objects prompt);
            }
            """
                .replace("Integer AGENT, String step", "Integer AGENT"));
    assertThat(compiled.errors()).isEmpty();
  }

  @EveryCompiler
  void interfacesNestedTypesGenericsAndChecksWork(TestCompiler compiler) {
    Compiled compiled =
        compile(
            compiler,
            "Outer",
            """
            interface Outer {
              class Middle {
                @Agent
                public interface Inner extends Shared<List<String>> {
                  record Pair<A, B>(A first, B second) {}
                  @EntryPoint Pair<List<String>, Integer> pair(List<String> input) throws java.io.IOException;
                  @EntryPoint("second") CompletableFuture<Integer> later(List<String> input);
                  @EntryPoint("maybe") Optional<Number> number(List<String> input);
                  @EntryPoint(also = "note") CompletableFuture<Void> note(List<String> input);
                  @AgentStep default List<String> first(List<String> input) throws java.io.IOException { return input; }
                  @AgentStep default CompletableFuture<Integer> second(List<String> first) { return CompletableFuture.completedFuture(1); }
                  @AgentStep default Optional<Integer> maybe(int second) { return Optional.of(second); }
                  @AgentStep default CompletableFuture<Void> note(Optional<Number> maybe, String shared) { return new CompletableFuture<>(); }
                }
                interface Shared<T> {
                  @AgentStep default String shared(T input) { return "" + input; }
                }
              }
            }
            """);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredOuter_Middle_Inner.java"))
        .contains("final class WiredOuter_Middle_Inner implements Outer.Middle.Inner")
        .contains("Outer.Middle.Inner.super.first(input)");
  }

  @EveryCompiler
  void oddCharactersDoNoHarm(TestCompiler compiler) {
    Compiled compiled =
        compile(
            compiler,
            "Odd",
            """
            @Agent(name = "O$dd \\" */ agent")
            public interface Odd {
              /** What $it {@code is}. @see nothing */
              record Größe(@Describe("$L \\"quoted\\" \\n */ \\u00e9") String wert$) {}
              @EntryPoint("a$b") Größe run(String te$xt, int... zahlen);
              @AgentStep @Model(value = "x*/$T", fallback = "$L") @Prompt("$L %s {{te$xt}} \\\\u0041 */")
              Größe a$b(String te$xt);
            }
            """);
    assertThat(compiled.errors()).isEmpty();
  }

  @EveryCompiler
  void anAgentWithoutAPackageWorks(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "Alone.java",
                """
                import io.stepwright.*;
                @Agent
                interface Alone {
                  record Thing(String name) {}
                  @EntryPoint String run(Thing thing);
                  @AgentStep @Model("m") @Prompt("{{thing}}") String step(Thing thing);
                }
                """)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.files()).contains("generated/WiredAlone.java");
  }

  /**
   * A graph says {@code after s2} of it, and that the alternatives cover all cases changes nothing.
   */
  @EveryCompiler
  void aStepWhoseConditionAlwaysHoldsStillWaitsForWhatItTests(TestCompiler compiler) {
    Compiled compiled =
        compile(
            compiler,
            "Sure",
            """
            @Agent
            public interface Sure {
              enum Mood { CALM, CROSS }
              record All(String two, String three, String z) {}
              @EntryPoint All run(Mood mood, String in);
              @AgentStep("two") @When(value = "mood", is = "CALM") @Model("m") @Prompt("a {{in}}")
              String calm(String in);
              @AgentStep("two") @When(value = "mood", is = "CROSS") @Model("m") @Prompt("b {{in}}")
              String cross(String in);
              @AgentStep @When("two") @Model("m") @Prompt("c {{in}}") String three(String in);
              @AgentStep @Model("m") @Prompt("x {{in}}") String x(String in);
              @AgentStep @Model("m") @Prompt("y {{x}}") String y(String x);
              @AgentStep @Model("m") @Prompt("z {{y}}") String z(String y);
            }
            """);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredSure.java")).contains("run.settled(two).fork(THREE,");
  }
}
