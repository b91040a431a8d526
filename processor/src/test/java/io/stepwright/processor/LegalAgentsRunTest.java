package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Legal agents of unusual shapes, compiled without a warning and run. */
class LegalAgentsRunTest {

  private static Compiled compile(TestCompiler compiler, String name, String body, String... more) {
    String head = "package app;\nimport io.stepwright.*;\nimport java.util.*;\n";
    Compilation compilation =
        Compilation.with(compiler).source("app/" + name + ".java", head + body);
    for (String type : more) {
      compilation.source("app/" + type + ".java", "package app;\nclass " + type + " {}\n");
    }
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xlint:all").option("-Werror");
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.messages())
        .as(name)
        .filteredOn(message -> !message.text().contains("import java.util"))
        .isEmpty();
    return compiled;
  }

  private static RunningAgent run(Compiled compiled, String name, String answer) throws Exception {
    return new RunningAgent(compiled, name, new FakeModel(request -> answer));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void anOverloadIsNeverCalledInsteadOfAStep(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Over",
            """
            @Agent public abstract class Over {
              @EntryPoint("f") public abstract String once(int n);
              @EntryPoint("each") public abstract List<String> all(List<Integer> ns);
              @AgentStep protected String f(long n) { return "step " + n; }
              protected String f(int n) { return "NOT the step"; }
              protected int f(Integer n) { return n; }
              @AgentStep protected String each(@Each("ns") Object n) { return "item " + n; }
              protected int each(Integer n) { return n; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Over", "")) {
      assertThat(agent.call("once", 3)).isEqualTo("step 3");
      assertThat(agent.call("all", List.of(1, 2))).isEqualTo(List.of("item 1", "item 2"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void anOverloadIsNeverCalledInsteadOfACheck(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Judge",
            """
            @Agent public abstract class Judge {
              @EntryPoint("said") public abstract String ask(String in);
              @AgentStep @Model("m") @Retry(maxAttempts = 1) @Prompt("{{in}}")
              protected abstract String said(String in);
              @Check("said") protected Optional<String> judge(Object said, Object in) {
                return Optional.of("refused");
              }
              protected Optional<String> judge(String said, String in) { return Optional.empty(); }
              protected int judge(String said, Object in) { return 0; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Judge", "yes")) {
      assertThatThrownBy(() -> agent.call("ask", "x")).hasMessageContaining("judge");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void conditionsMayAlwaysHold(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Only",
            """
            @Agent public interface Only {
              sealed interface S permits X {}
              record X(int a) implements S {}
              enum E { P, Q }
              record All(String s, String e, List<String> each, String path) {}
              record W(S s) {}
              @EntryPoint All run(int a, List<String> in);
              @AgentStep default S made(int a) { return new X(a); }
              @AgentStep default W whole(S made) { return new W(made); }
              @AgentStep default E constant(int a) { return a > 1 ? E.P : E.Q; }
              @AgentStep default String s(X x) { return "x" + x.a(); }
              @AgentStep @When(value = "constant", is = {"P", "Q"})
              default String e() { return "e"; }
              @AgentStep @When(value = "made", is = "X")
              default String each(@Each("in") String item) { return item + "!"; }
              @AgentStep @When(value = "whole.s", is = "X")
              default String path(@From("whole.s") X x) { return "w" + x.a(); }
            }
            """);
    try (RunningAgent agent = run(compiled, "Only", "")) {
      assertThat(agent.call("run", 7, List.of("i")))
          .hasToString("All[s=x7, e=e, each=[i!], path=w7]");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void anOptionalInputIsACondition(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Maybe",
            """
            @Agent public interface Maybe {
              @EntryPoint("r") String run(Optional<String> o);
              @EntryPoint("only") Optional<String> lone(Optional<String> o);
              @AgentStep("r") @When("o") default String with(Optional<String> o) {
                return o.get();
              }
              @AgentStep("r") @When("!o") default String without() { return "none"; }
              @AgentStep @When("!o") default String only() { return "absent"; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Maybe", "")) {
      assertThat(agent.call("run", Optional.of("a"))).isEqualTo("a");
      assertThat(agent.call("run", Optional.empty())).isEqualTo("none");
      assertThat(agent.call("lone", Optional.empty())).isEqualTo(Optional.of("absent"));
      assertThat(agent.call("lone", Optional.of("a"))).isEqualTo(Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void noTextOfAConditionMeansAllOthers(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Texts",
            """
            @Agent public interface Texts {
              @EntryPoint("r") String run(String c);
              @AgentStep("r") @When(value = "c", is = "any other")
              default String named() { return "named"; }
              @AgentStep("r") default String rest() { return "rest"; }
            }
            """);
    try (RunningAgent agent = run(compiled, "Texts", "")) {
      assertThat(agent.call("run", "any other")).isEqualTo("named");
      assertThat(agent.call("run", "b")).isEqualTo("rest");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void methodsMayBeNamedYield(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Fields",
            """
            @Agent public abstract class Fields {
              @EntryPoint("yield") public abstract String run(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") protected abstract String yield(String in);
              @Check("yield") protected Optional<String> yield(Object grain) {
                return Optional.empty();
              }
            }
            """);
    try (RunningAgent agent = run(compiled, "Fields", "corn")) {
      assertThat(agent.call("run", "x")).isEqualTo("corn");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void classesOfThePackageMayHideThoseOfTheLanguage(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Hiding",
            """
            @Agent public abstract class Hiding {
              public record All(int i, boolean b, char c) {}
              @EntryPoint public abstract All run(java.lang.String in);
              @AgentStep @Model("m") @Prompt("{{in}}") protected abstract int i(java.lang.String in);
              @AgentStep protected boolean b(int i) { return i > 1; }
              @AgentStep protected char c(boolean b) { return b ? 'y' : 'n'; }
            }
            """,
            "Integer",
            "Boolean",
            "Character",
            "String",
            "InterruptedException",
            "Override",
            "SuppressWarnings");
    try (RunningAgent agent = run(compiled, "Hiding", "{\"value\":5}")) {
      assertThat(agent.call("run", "x")).hasToString("All[i=5, b=true, c=y]");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void failuresOfItemsMayHaveWildcards(TestCompiler compiler) throws Throwable {
    Compiled compiled =
        compile(
            compiler,
            "Wild",
            """
            @Agent public abstract class Wild {
              @EntryPoint("d") public abstract String run(List<String> in);
              @AgentStep protected List<? extends Number> c(
                  @Each(value = "in", onFailure = OnFailure.GIVE_FAILURE) String i) {
                return List.of(i.length());
              }
              @AgentStep protected String d(
                  List<io.stepwright.runtime.ItemResult<List<? extends Number>>> c) {
                return c.size() + "";
              }
            }
            """);
    try (RunningAgent agent = run(compiled, "Wild", "")) {
      assertThat(agent.call("run", List.of("a", "b"))).isEqualTo("2");
    }
  }
}
