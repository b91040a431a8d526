package io.stepwright.processor.testing;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources of agents of any size, all of them called {@code app.Large}. */
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

  /** Steps of which each takes the value of the one before. */
  public static String chain(int steps, String annotations, String body) {
    return agent(
        """
          @EntryPoint("s%d") String run(String in);
          @AgentStep %s String s0(String in)%s
        """
                .formatted(steps - 1, annotations.replace("{{x}}", "{{in}}"), body.replace("x", "in"))
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

  /** A step that runs after others, which take nothing from each other. */
  public static String after(int steps) {
    return agent(
        "@EntryPoint(\"end\") String run(String in);\n"
            + each(
                0,
                steps,
                "\n",
                i -> "@AgentStep default void s%d(String in) {}".formatted(i))
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

  /** An entry point that is assembled of a code step that takes parameters of a type. */
  public static String parameters(int parameters, String type) {
    String list = each(0, parameters, ", ", i -> type + " p" + i);
    return agent(
        """
          @EntryPoint String run(%s);
          @AgentStep default String s(%s) { return "" + p0; }
        """
            .formatted(list, list));
  }

  /** Records in each other, of which each has the next one twice. */
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

  /** Alternatives of which each has a condition of its own, and one that has none. */
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
}
