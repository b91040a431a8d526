package io.stepwright.processor.testing;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources of agents of any size, all named {@code app.Large}. */
public final class LargeAgents {

  private LargeAgents() {}

  private static String agent(String members) {
    return """
        package app;
        import io.stepwright.*;
        import java.util.*;
        @Agent
        public interface Large {
        %s
        }
        """
        .formatted(members);
  }

  private static String each(int from, int to, String separator, IntFunction<String> text) {
    return IntStream.range(from, to).mapToObj(text).collect(Collectors.joining(separator));
  }

  /** Steps that each take the value of the step before. */
  public static String chain(int steps, String annotations, String body) {
    return agent(
        """
          @EntryPoint("s%d") String run(String in);
          @AgentStep %s String s0(String in)%s
        """
                .formatted(
                    steps - 1, annotations.replace("{{x}}", "{{in}}"), body.replace("x", "in"))
            + each(
                1,
                steps,
                "\n",
                i ->
                    "@AgentStep %s String s%d(String s%d)%s"
                        .formatted(
                            annotations.replace("{{x}}", "{{s" + (i - 1) + "}}"),
                            i,
                            i - 1,
                            body.replace("x", "s" + (i - 1)))));
  }

  /** A chain of code steps. */
  public static String chain(int steps) {
    return chain(steps, "default", " { return x + '.'; }");
  }

  /** Layers of code steps, each of which takes all values of the layer before. */
  public static String layers(int layers, int width) {
    StringBuilder members = new StringBuilder("@EntryPoint(\"end\") int run(int in);\n");
    for (int layer = 0; layer < layers; layer++) {
      int before = layer - 1;
      String parameters =
          layer == 0 ? "int in" : each(0, width, ", ", i -> "int s%d_%d".formatted(before, i));
      String sum = layer == 0 ? "in" : each(0, width, " + ", i -> "s%d_%d".formatted(before, i));
      for (int i = 0; i < width; i++) {
        members.append(
            "@AgentStep default int s%d_%d(%s) { return (%s) %% 1000 + 1; }\n"
                .formatted(layer, i, parameters, sum));
      }
    }
    int last = layers - 1;
    members.append(
        "@AgentStep default int end(%s) { return s%d_0; }\n"
            .formatted(each(0, width, ", ", i -> "int s%d_%d".formatted(last, i)), last));
    return agent(members.toString());
  }

  /** A step that runs after other steps, which are independent. */
  public static String after(int steps) {
    return agent(
        "@EntryPoint(\"end\") String run(String in);\n"
            + each(0, steps, "\n", i -> "@AgentStep default void s%d(String in) {}".formatted(i))
            + "\n@AgentStep(after = {%s}) default String end(String in) { return in; }"
                .formatted(each(0, steps, ", ", i -> "\"s" + i + "\"")));
  }

  /** A prompt of slots, cached or not, with more annotations before it. */
  public static String prompt(int slots, String annotations) {
    return agent(
        """
          record In(String a, String b) { %s }
          @EntryPoint String run(In in);
          @AgentStep @Model("m") %s
          @Prompt("%s") String s(In in);
        """
            .formatted(
                each(0, slots, " ", i -> "String getV%d() { return a + %d; }".formatted(i, i)),
                annotations,
                each(0, slots, " ", i -> "{{in.v" + i + "}}")));
  }

  /** An entry point that is assembled from a code step with parameters of the given type. */
  public static String parameters(int parameters, String type) {
    String list = each(0, parameters, ", ", i -> type + " p" + i);
    return agent(
        """
          @EntryPoint String run(%s);
          @AgentStep default String s(%s) { return "" + p0; }
        """
            .formatted(list, list));
  }

  /** Nested records, each of which has the next one twice. */
  public static String records(int levels, String annotations) {
    return agent(
        each(
                0,
                levels,
                "\n",
                i ->
                    i + 1 == levels
                        ? "record N%d(String x) {}".formatted(i)
                        : "record N%d(N%d x, N%d y) {}".formatted(i, i + 1, i + 1))
            + """
              @EntryPoint String run(N0 in);
              @AgentStep @Model("m") %s @Prompt("{{in}}") String s(N0 in);
            """
                .formatted(annotations));
  }

  /** Alternatives that each have a condition of their own, and one without a condition. */
  public static String alternatives(int alternatives) {
    return agent(
        "@EntryPoint(\"end\") String run(String in);\n"
            + "@AgentStep default String kind(String in) { return in; }\n"
            + each(
                1,
                alternatives,
                "\n",
                i ->
                    "@AgentStep(\"end\") @When(value = \"kind\", is = \"k%d\") default String e%d(String in)"
                            .formatted(i, i)
                        + " { return \"e%d\"; }".formatted(i))
            + "\n@AgentStep(\"end\") default String other(String in) { return \"other\"; }");
  }

  /** A step with conditions. */
  public static String conditions(int conditions) {
    return agent(
        "@EntryPoint(\"end\") Optional<String> run(String in);\n"
            + each(
                0,
                conditions,
                "\n",
                i -> "@AgentStep default boolean c%d(String in) { return true; }".formatted(i))
            + "\n@AgentStep "
            + each(0, conditions, " ", i -> "@When(\"c%d\")".formatted(i))
            + " default String end(String in) { return in; }");
  }

  /** A result whose components are steps that may be absent. */
  public static String optionals(int components) {
    return agent(
        "record All(%s) {}\n".formatted(each(0, components, ", ", i -> "String s" + i))
            + "@EntryPoint Optional<All> run(String in);\n"
            + each(
                0,
                components,
                "\n",
                i ->
                    "@AgentStep default Optional<String> s%d(String in) { return Optional.of(in); }"
                        .formatted(i)));
  }

  /** An expression. */
  public static String regex(String expression) {
    return agent(
        """
          @EntryPoint boolean run(String in);
          @AgentStep @Regex("%s") boolean s(String in);
        """
            .formatted(expression));
  }

  /** A generic record that contains itself with ever longer arguments. */
  public static String endless() {
    return agent(
        """
          record N<T>(T x, N<List<T>> next) {}
          @EntryPoint String run(N<String> in);
          @AgentStep @Model("m") @Prompt("{{in}}") String s(N<String> in);
        """);
  }

  /** Rows of steps side by side, whose last steps are taken together. */
  public static String strands(int strands, int steps) {
    return agent(
        "@EntryPoint(\"end\") String run(String in);\n"
            + each(
                0,
                strands,
                "\n",
                strand ->
                    "@AgentStep default String a%d_0(String in) { return in + '.'; }\n"
                            .formatted(strand)
                        + each(
                            1,
                            steps,
                            "\n",
                            i ->
                                "@AgentStep default String a%d_%d(String a%d_%d) { return a%d_%d + '.'; }"
                                    .formatted(strand, i, strand, i - 1, strand, i - 1)))
            + "\n@AgentStep default String end(%s) { return %s; }"
                .formatted(
                    each(0, strands, ", ", strand -> "String a%d_%d".formatted(strand, steps - 1)),
                    each(0, strands, " + ", strand -> "a%d_%d".formatted(strand, steps - 1))));
  }

  /** A prompt that shows one of many records without components. */
  public static String sealed(int records) {
    return agent(
        "sealed interface In permits %s {}\n".formatted(each(0, records, ", ", i -> "R" + i))
            + each(0, records, "\n", i -> "record R%d() implements In {}".formatted(i))
            + """
              @EntryPoint String run(In in);
              @AgentStep @Model("m") @Prompt("{{in}}") String s(In in);
            """);
  }

  /** Entry points that share one step. */
  public static String entryPoints(int entryPoints) {
    return agent(
        each(0, entryPoints, "\n", i -> "@EntryPoint(\"s\") String run%d(String in);".formatted(i))
            + "\n@AgentStep default String s(String in) { return in; }");
  }

  /** Steps that each offer all tools to a model. */
  public static String tools(int steps, int tools) {
    return agent(
        """
          @EntryPoint(value = "s0", also = {%s}) String run(String in);
        """
                .formatted(each(0, steps, ", ", i -> "\"s%d\"".formatted(i)))
            + each(
                0,
                steps,
                "\n",
                i ->
                    "@AgentStep @Model(\"m\") @Tools @Prompt(\"{{in}}\") String s%d(String in);"
                        .formatted(i))
            + each(
                0,
                tools,
                "\n",
                i ->
                    "/** Tool. */ @Tool default int t%1$d(@From(\"in\") String in, int number) { return %1$d; }"
                        .formatted(i)));
  }

  /** Tools that models answer, each of which offers the next one. */
  public static String toolChain(int tools) {
    return agent(
        """
          @EntryPoint String run(String in);
          @AgentStep @Model("m") @Tools("t0") @Prompt("{{in}}") String s(String in);
          /** Last. */ @Tool default int t%d() { return 1; }
        """
                .formatted(tools)
            + each(
                0,
                tools,
                "\n",
                i ->
                    "/** Tool. */ @Tool @Model(\"m\") @Tools(\"t%d\") @Prompt(\"{{a}}\") String t%d(String a);"
                        .formatted(i + 1, i)));
  }

  /** A slot whose path passes through a record repeatedly. */
  public static String path(int accessors) {
    return agent(
        """
          record N(N n, String x) {}
          @EntryPoint String run(N in);
          @AgentStep @Model("m") @Prompt("{{in%s.x}}") String s(N in);
        """
            .formatted(".n".repeat(accessors - 1)));
  }

  /** Steps of every kind, beside so many others that the class is written in pieces. */
  public static String everyKind() {
    return agent(
        """
          enum Kind { EVEN, ODD }
          record All(String reply, Optional<String> sure, String later, List<String> pair) {}
          @EntryPoint All run(String in);
          @EntryPoint java.util.concurrent.CompletableFuture<All> soon(String in);
          @EntryPoint("s399") String row(String in);
          @EntryPoint("note") void action(String in);
          List<String> NOTES = java.util.Collections.synchronizedList(new ArrayList<>());
          @AgentStep default Kind kind(String in) { return Kind.values()[in.length() % 2]; }
          @AgentStep default List<String> items(String in) { return List.of(in.split("")); }
          @AgentStep("upper") default String upper(@Each("items") String item) {
            return item.toUpperCase();
          }
          @AgentStep("pair") default String pair(@Each("items") String item, @Each("upper") String big) {
            return item + big;
          }
          @AgentStep("reply") @When(value = "kind", is = "EVEN")
          default String even(List<String> pair) { return "even" + pair; }
          @AgentStep("reply") default String odd(Optional<String> maybe) {
            return "odd" + maybe.orElse("-");
          }
          @AgentStep default Optional<String> maybe(String in) {
            return Optional.of(in).filter(text -> text.length() > 1);
          }
          @AgentStep @When("maybe") default String sure(String maybe) { return maybe + "?"; }
          @AgentStep default java.util.concurrent.CompletableFuture<String> later(String in)
              throws java.io.IOException {
            return java.util.concurrent.CompletableFuture.completedFuture(in + "!");
          }
          @EntryPoint("written") List<String> notes();
          @AgentStep default List<String> written() { return List.copyOf(NOTES); }
          @AgentStep @SideEffect default void note(String later) { NOTES.add(later); }
          @AgentStep @Model("m") @Prompt("{{in}}") String told(String in);
          @EntryPoint("told") io.stepwright.runtime.AgentResult<String> ask(String in);
          @AgentStep default String s0(String in) { return in; }
        """
            + each(
                1,
                400,
                "\n",
                i ->
                    "@AgentStep default String s%d(String s%d) { return s%d; }"
                        .formatted(i, i - 1, i - 1)));
  }
}
