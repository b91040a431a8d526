package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.Random;

/** The generated class compiles with any names of parameters, steps, fields, methods and types. */
class NamesTest {

  /**
   * Names of types that generated code uses, names of its constants and locals, and ordinary names.
   */
  static final List<String> NAMES =
      List.of(
          "Objects",
          "Optional",
          "List",
          "Set",
          "Duration",
          "Wiring",
          "Prompt",
          "JsonWriter",
          "JsonValue",
          "ModelCall",
          "StepInfo",
          "EntryPointInfo",
          "AgentInfo",
          "CacheKey",
          "CacheRule",
          "Json",
          "ModelStep",
          "PromptText",
          "FilledPrompt",
          "TextPattern",
          "Run",
          "Step",
          "AgentRuntime",
          "AgentResult",
          "CompletableFuture",
          "String",
          "Override",
          "Integer",
          "UUID",
          "BigDecimal",
          "Kind",
          "Out",
          "Ring",
          "URL",
          "AGENT",
          "RUN",
          "FIRST",
          "FIRST_PROMPT",
          "FIRST_REGEX",
          "FILL_SLOTS",
          "step",
          "run",
          "it",
          "item",
          "branch",
          "index",
          "json",
          "value",
          "prompt",
          "key",
          "found",
          "match",
          "runtime",
          "wiring",
          "checked",
          "filled",
          "written",
          "system",
          "text",
          "a",
          "type",
          "stepwright");

  /** {@code %1$s} is an input, {@code %2$s} a step, {@code %3$s} a field, {@code %4$s} a type. */
  private static final String AGENT =
      """
      package app;
      @io.stepwright.Agent public abstract class A%5$d {
        protected static final java.lang.String %3$s = "";
        public enum Kind { X, Y }
        public record Ring(Kind kind, java.util.Optional<java.lang.Integer> number, java.lang.String word) {}
        public record %4$s(java.lang.String word, java.util.UUID id, java.util.List<Kind> kinds) {}
        public record Match(java.lang.String word, java.util.Optional<java.lang.Integer> number) {}
        protected void decode%4$s(io.stepwright.wiring.JsonValue json) {}
        java.lang.String first(io.stepwright.wiring.Step own_, Ring %1$s) { return ""; }
        @io.stepwright.EntryPoint("last") public abstract java.util.Optional<java.lang.CharSequence> run(Ring %1$s);
        @io.stepwright.EntryPoint("all0") public abstract java.util.List<java.util.Optional<Match>> all(java.util.List<java.lang.String> %1$s);
        @io.stepwright.AgentStep @io.stepwright.Model("m") @io.stepwright.Cached(similarity = 0.9, on = "%1$s.word") @io.stepwright.Prompt("{{%1$s}} {{%1$s.number}}") protected abstract %4$s first(Ring %1$s);
        @io.stepwright.AgentStep("%2$s") @io.stepwright.When(value = "%1$s.kind", is = "X") @io.stepwright.Model("m") @io.stepwright.Prompt("{{first.id}}")
        protected abstract java.lang.String s2(%4$s first);
        @io.stepwright.AgentStep @io.stepwright.Regex("(a)") @io.stepwright.Model("m") @io.stepwright.Prompt("{{%2$s}}") protected abstract java.lang.String last(java.lang.String %2$s);
        @io.stepwright.AgentStep("all0") @io.stepwright.Regex("(?P<word>a)(?P<number>b)?") protected abstract java.util.Optional<Match> all0(@io.stepwright.Each("%1$s") java.lang.String %1$s);
      }
      """;

  @EveryCompiler
  void whateverAThingIsCalledTheClassCompiles(TestCompiler compiler) {
    Random random = new Random(20261129);
    Compilation compilation = Compilation.with(compiler);
    for (int i = 0; i < NAMES.size() * 2; i++) {
      String input = i < NAMES.size() ? NAMES.get(i) : any(random);
      String step = any(random);
      while (step.equals(input) || step.equals("first") || step.equals("last")) {
        step = any(random);
      }
      String type = any(random);
      while (List.of("Kind", "Ring", "Match", "A" + i).contains(type)) {
        type = any(random);
      }
      String agent = AGENT.formatted(input, step, any(random), type, i);
      compilation.source("app/A%d.java".formatted(i), agent);
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.errors()).isEmpty();
  }

  @EveryCompiler
  void namesOfTheUnnamedPackageHaveNoLongerForm(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source("Kind.java", "public enum Kind { X, Y }")
            .source(
                "A.java",
                """
                import io.stepwright.*;
                @Agent public interface A {
                  @EntryPoint("shown") String run(Kind Kind, String A);
                  @AgentStep("shown") @When(value = "Kind", is = "X") default String x(Kind Kind) { return "x"; }
                  @AgentStep("shown") default String y(String A) { return "y"; }
                }
                """)
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  @EveryCompiler
  void typesThatAreInheritedTwiceHideNone(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/A.java",
                """
                package app;
                import io.stepwright.*;
                @Agent public interface A extends B, C {
                  @EntryPoint("shown") java.util.Optional<String> run(String in);
                  @AgentStep @Model("m") @When("some") @Prompt("{{in}}") String shown(String in);
                  @AgentStep default boolean some(String in) { return true; }
                }
                interface B { class Optional {} class Wiring {} }
                interface C { class Optional {} class Wiring {} class Run {} }
                """)
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  @EveryCompiler
  void localsOfSharedPrefixesHideNeitherTypesNorConstantsNorPackages(TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler);
    List<String> accessors = List.of("Json", "Wiring", "S_PROMPT", "JsonWriter", "io", "slotJson");
    for (int i = 0; i < accessors.size(); i++) {
      compilation.source(
          "app/Way%d.java".formatted(i),
          """
          package app;
          import io.stepwright.*;
          @Agent public interface Way%1$d {
            record Wiring(String v) {}
            record In(String a, String b, Wiring more) {}
            record R(In %2$s, In ModelStep) {}
            record Q(R r, R other) {}
            @EntryPoint String go(Q q);
            @AgentStep @Model("m")
            @Prompt("{{q.r.%2$s.a}} {{q.r.%2$s.more}} {{q.r.ModelStep.a}} {{q.r.ModelStep.b}} {{q.other.%2$s.b}}")
            String s(Q q);
          }
          """
              .formatted(i, accessors.get(i)));
    }
    assertThat(compilation.compile().messages()).isEmpty();
  }

  @EveryCompiler
  void localsOfTemplatesHideNoEnum(TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler);
    List<String> enums = List.of("Mood", "mood", "app");
    for (int i = 0; i < enums.size(); i++) {
      compilation.source(
          "app/T%d.java".formatted(i),
          """
          package app;
          import io.stepwright.*;
          @Agent public interface T%1$d {
            record Two(String a, String b) {}
            record R(Two %2$s) {}
            enum %2$s { X }
            record Out(%2$s x, String t, String %2$s) {}
            @EntryPoint Out go(R r);
            @AgentStep @Model("m") @Template("t%1$d.json") Out s(R r);
          }
          """
              .formatted(i, enums.get(i)));
      compilation.resource(
          "t%d.json".formatted(i),
          """
          {"x": "X", "t": "{{r.%1$s.a}} {{r.%1$s.b}}", "%1$s": "{{r.%1$s.a}} {{write: some text}}"}
          """
              .formatted(enums.get(i)));
    }
    assertThat(compilation.compile().messages()).isEmpty();
  }

  @EveryCompiler
  void nestedClassesOfTheUnnamedPackageHideNoType(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source("Json.java", "public record Json(String text, int n) {}")
            .source("EmailSlots.java", "public record EmailSlots(String text, String more) {}")
            .source(
                "U.java",
                """
                import io.stepwright.*;
                @Agent public interface U {
                  record Out(Json json, EmailSlots email) {}
                  @EntryPoint Out go(String in);
                  @AgentStep @Model("m") @Prompt("{{in}}") Json json(String in);
                  @AgentStep @Model("m") @Template("email.json") EmailSlots email(String in);
                }
                """)
            .resource(
                "email.json", "{\"text\": \"{{in}} {{write: a}}\", \"more\": \"{{write: b}}\"}")
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("WiredU.java")).contains(" class Json2 ", " record EmailSlots2(");
  }

  @EveryCompiler
  void aClassOfStepsOfTheUnnamedPackageHidesNoType(TestCompiler compiler) {
    StringBuilder steps = new StringBuilder();
    int count = 400;
    for (int i = 0; i < count; i++) {
      String input = i == 0 ? "GoSteps in" : "GoSteps s" + (i - 1);
      String name = i == 0 ? "in" : "s" + (i - 1);
      steps.append(
          "  @AgentStep default GoSteps s%d(%s) { return %s; }\n".formatted(i, input, name));
    }
    Compiled compiled =
        Compilation.with(compiler)
            .source("GoSteps.java", "public record GoSteps(String text) {}")
            .source(
                "Parts.java",
                """
                import io.stepwright.*;
                @Agent public interface Parts {
                  @EntryPoint("s%d") GoSteps go(GoSteps in);
                %s}
                """
                    .formatted(count - 1, steps))
            .compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("WiredParts.java")).contains(" class GoSteps2 ");
  }

  @EveryCompiler
  void typesMayBeNamedLikeConstantsWithTexts(TestCompiler compiler) {
    Compiled compiled =
        Compilation.with(compiler)
            .source(
                "app/Late.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.Optional;
                @Agent public interface Late {
                  enum INTENT_PROMPT { REFUND, OTHER }
                  enum INTENT_SYSTEM { X, Y }
                  enum MAILED_TEXT { A, B }
                  enum FILL_SLOTS { P, Q }
                  enum MAILED_PROMPT { R, S }
                  record Mail(String text, MAILED_TEXT kind, FILL_SLOTS fill, MAILED_PROMPT prompt) {}
                  @EntryPoint("reply") String go(String t);
                  @EntryPoint Mail mailed(String t);
                  @AgentStep @Model("m") @Prompt(value = "a {{t}}", system = "s")
                  INTENT_PROMPT intent(String t);
                  @AgentStep @When(value = "intent", is = "REFUND") @Model("m") @Prompt("n {{t}}")
                  INTENT_SYSTEM other(String t);
                  @AgentStep @When(value = "intent", is = "OTHER")
                  default String code(String t) { return t; }
                  @AgentStep("reply") @When(value = "other", is = "X") @Model("m") @Prompt("b {{t}}")
                  String r1(String t);
                  @AgentStep("reply") default String r2(Optional<String> code) { return "x"; }
                  @AgentStep("mailed") @Model("m") @Template("mail.json") Mail mail(String t);
                }
                """)
            .resource(
                "mail.json",
                "{\"text\": \"{{t}} {{write: a}}\", \"kind\": \"A\", \"fill\": \"P\", \"prompt\":"
                    + " \"R\"}")
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  private static String any(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}
