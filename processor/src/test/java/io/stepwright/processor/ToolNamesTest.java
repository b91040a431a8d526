package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The generated class compiles with any names of tools and their parameters. */
class ToolNamesTest {

  /**
   * {@code %1$s} is a parameter of the step, {@code %2$s} and {@code %3$s} are parameters of tools,
   * {@code %4$s} and {@code %5$s} are their methods.
   */
  private static final String AGENT =
      """
      package app;
      @io.stepwright.Agent public abstract class A%6$d {
        public enum Kind { X, Y }
        public record Ring(Kind kind, java.lang.String word, java.util.List<Kind> kinds) {}
        @io.stepwright.EntryPoint("last0") public abstract java.lang.String run(Ring %1$s);
        @io.stepwright.AgentStep("last0") @io.stepwright.Model("m") @io.stepwright.Tools(turns = 3) @io.stepwright.Prompt("{{%1$s.kind}}")
        protected abstract java.lang.String last0(Ring %1$s);
        /** T. */ @io.stepwright.Tool protected java.util.List<Ring> %4$s(@io.stepwright.From("%1$s") Ring %2$s, java.util.List<Kind> %3$s) { return java.util.List.of(%2$s); }
        /** T. */ @io.stepwright.Tool("a-1") @io.stepwright.SideEffect @io.stepwright.Approve("{{%2$s}} {{%3$s.word}} {{%3$s.kind}}")
        protected void %5$s(java.util.List<java.util.List<Kind>> %2$s, @io.stepwright.From("%1$s") Ring %3$s) {}
        /** T. */ @io.stepwright.Tool("-") @io.stepwright.Model("m") @io.stepwright.Tools("1x") @io.stepwright.Prompt("{{%2$s}} {{%3$s}}")
        protected abstract java.util.List<Kind> %5$s(java.util.Optional<Kind> %2$s, java.lang.String %3$s);
        /** T. */ @io.stepwright.Tool("1x") protected java.util.Optional<Kind> %4$s(int %2$s) { return java.util.Optional.empty(); }
      }
      """;

  @EveryCompiler
  void typesOfTheAgentMayHaveTheNamesOfTypesThatItsClassUses(TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler).option("-parameters");
    for (String name : List.of("ToolUse", "Done", "ToolInfo", "StepTools", "Json", "PromptText")) {
      compilation.source(
          "app/Of%s.java".formatted(name),
          """
          package app;
          import io.stepwright.Agent;
          import io.stepwright.AgentStep;
          import io.stepwright.EntryPoint;
          import io.stepwright.Model;
          import io.stepwright.Prompt;
          import io.stepwright.Tool;
          import io.stepwright.Tools;
          @Agent public abstract class Of%1$s {
            public enum %1$s { A }
            @EntryPoint public abstract String run(String q);
            @AgentStep @Model("m") @Tools @Prompt("{{q}}") protected abstract String step(String q);
            /** Does it. @param kind as it is @param number any */
            @Tool protected void tool(%1$s kind, int number) {}
          }
          """
              .formatted(name));
    }
    assertThat(compilation.compile().errors()).isEmpty();
  }

  @EveryCompiler
  void whateverAToolIsCalledTheClassCompiles(TestCompiler compiler) {
    Random random = new Random(20261201);
    List<String> names = new ArrayList<>(NamesTest.NAMES);
    names.addAll(
        List.of(
            "call",
            "inner",
            "question",
            "yield",
            "tool",
            "ToolInfo",
            "ToolUse",
            "StepTools",
            "LAST0_TOOLS",
            "A_1",
            "_1X",
            "Done",
            "perform",
            "items",
            "item2",
            "json2",
            "givenJson",
            "last0Tools",
            "yieldTool",
            "wait2"));
    Compilation compilation = Compilation.with(compiler).option("-parameters");
    for (int i = 0; i < names.size(); i++) {
      String first = i % 2 == 0 ? names.get(i) : any(names, random);
      String second = i % 2 == 0 ? any(names, random) : names.get(i);
      String third = any(names, random);
      while (third.equals(second)) {
        third = any(names, random);
      }
      String tool = i % 3 == 0 ? names.get(i) : any(names, random);
      String other = any(names, random);
      while (other.equals(tool)) {
        other = any(names, random);
      }
      String agent = AGENT.formatted(first, second, third, tool, other, i);
      compilation.source("app/A%d.java".formatted(i), agent);
    }
    assertThat(compilation.compile().errors()).isEmpty();
  }

  private static String any(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }
}
