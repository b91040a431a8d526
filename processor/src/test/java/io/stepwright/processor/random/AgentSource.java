package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Condition;
import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.processor.random.RandomAgent.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a random agent as a user would; the steps call a function that is passed to the agent. */
final class AgentSource {

  /** Source that all agents share. */
  static final String SHARED =
      """
      package app;
      public enum Mood { %s }
      """
          .formatted(String.join(", ", Outcomes.MOODS));

  private final RandomAgent agent;
  private final Random random;

  private AgentSource(RandomAgent agent, Random random) {
    this.agent = agent;
    this.random = random;
  }

  /** Returns the source. */
  static String of(RandomAgent agent, Random random) {
    return new AgentSource(agent, random).source();
  }

  private String source() {
    List<String> methods = new ArrayList<>();
    for (Step step : agent.steps()) {
      step.branches().forEach(branch -> methods.add(method(step, branch)));
    }
    // The order of methods has no meaning.
    Collections.shuffle(methods, random);
    return """
    package app;
    import io.stepwright.*;
    import io.stepwright.runtime.Conversation;
    import io.stepwright.runtime.Image;
    import java.util.*;
    import java.util.function.BiFunction;
    @Agent
    @SuppressWarnings("unchecked")
    public abstract class %s {
      private final BiFunction<String, List<Object>, Object> body;
      protected %s(BiFunction<String, List<Object>, Object> body) { this.body = body; }
    %s%s}
    """
        .formatted(
            agent.name(),
            agent.name(),
            agent.entries().stream().map(this::entryPoint).collect(Collectors.joining()),
            String.join("", methods));
  }

  private String entryPoint(Entry entry) {
    String inputs =
        agent.inputs().stream()
            .map(input -> input.type().source() + " " + input.name())
            .collect(Collectors.joining(", "));
    if (entry.assembled()) {
      return "  public record %s(%s) {}\n  @EntryPoint(timeout = \"10m\") public abstract %s %s(%s);\n"
          .formatted(
              entry.record(),
              list(entry.components()),
              entry.optionalResult() ? "Optional<" + entry.record() + ">" : entry.record(),
              entry.method(),
              inputs);
    }
    Parameter only = entry.components().get(0);
    ValueType type = agent.type(only.source());
    return "  @EntryPoint(value = \"%s\", timeout = \"10m\") public abstract %s %s(%s);\n"
        .formatted(
            only.source(),
            only.optional() ? "Optional<" + type.boxed() + ">" : type.source(),
            entry.method(),
            inputs);
  }

  private String method(Step step, Branch branch) {
    StringBuilder text = new StringBuilder("  @AgentStep(value = \"" + step.name() + "\"");
    if (!branch.after().isEmpty()) {
      text.append(", after = ").append(names(branch.after()));
    }
    text.append(")");
    for (Condition condition : branch.conditions()) {
      text.append(
          " @When(value = \"%s%s\"".formatted(condition.negated() ? "!" : "", condition.root()));
      if (!condition.constants().isEmpty()) {
        text.append(", is = ").append(names(condition.constants()));
      }
      text.append(")");
    }
    if (branch.model()) {
      List<Parameter> tools = branch.tools(agent);
      text.append(
          "\n  @Model(\"small\")%s @Prompt(\"%s\")\n  protected abstract %s %s(%s);\n"
              .formatted(
                  tools.isEmpty() ? "" : " @Tools(" + names(toolNames(branch)) + ")",
                  Given.prompt(agent, branch),
                  returned(step, branch),
                  branch.method(),
                  list(branch.parameters())));
      tools.forEach(parameter -> text.append(tool(branch, parameter)));
      return text.toString();
    }
    String given =
        branch.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    String call = "body.apply(\"%s\", Arrays.<Object>asList(%s))".formatted(branch.method(), given);
    text.append(
        "\n  protected %s %s(%s) {\n    return %s;\n  }\n"
            .formatted(
                returned(step, branch),
                branch.method(),
                list(branch.parameters()),
                typed(step, branch, call)));
    return text.toString();
  }

  private List<String> toolNames(Branch branch) {
    return branch.tools(agent).stream().map(parameter -> toolName(branch, parameter)).toList();
  }

  private static String toolName(Branch branch, Parameter parameter) {
    return branch.method() + "_" + parameter.name();
  }

  /** Writes a tool that tells the value of a parameter. */
  private String tool(Branch branch, Parameter parameter) {
    return """
      /** Tells a value. @param n any number */
      @Tool(readOnly = %b)
      protected String %s(@From("%s") %s value, int n) {
        return (String) body.apply("tool", Arrays.<Object>asList("%s", value));
      }
    """
        .formatted(
            parameter.optional(),
            toolName(branch, parameter),
            parameter.name(),
            declared(parameter),
            parameter.name());
  }

  private static String returned(Step step, Branch branch) {
    return switch (step.type()) {
      case ITEMS -> "String";
      case OPTIONAL_ITEMS -> "Optional<String>";
      default -> branch.optional() ? "Optional<" + step.type().boxed() + ">" : step.type().source();
    };
  }

  private static String typed(Step step, Branch branch, String call) {
    if (step.type() == ValueType.MOOD) {
      return branch.optional()
          ? "((Optional<String>) %s).map(Mood::valueOf)".formatted(call)
          : "Mood.valueOf((String) %s)".formatted(call);
    }
    return "(%s) %s".formatted(returned(step, branch), call);
  }

  private String list(List<Parameter> parameters) {
    return parameters.stream().map(this::parameter).collect(Collectors.joining(", "));
  }

  private String parameter(Parameter parameter) {
    if (parameter.atOnce() > 0) {
      return "@Each(value = \"%s\", atOnce = %d) %s %s"
          .formatted(parameter.source(), parameter.atOnce(), declared(parameter), parameter.name());
    }
    String from =
        parameter.name().equals(parameter.source())
            ? ""
            : "@From(\"%s\") ".formatted(parameter.source());
    return from + declared(parameter) + " " + parameter.name();
  }

  private String declared(Parameter parameter) {
    ValueType type = agent.type(parameter.source());
    if (parameter.atOnce() > 0) {
      return type == ValueType.OPTIONAL_ITEMS ? "Optional<String>" : "String";
    }
    return parameter.optional() ? "Optional<" + type.boxed() + ">" : type.source();
  }

  private static String names(List<String> names) {
    return names.stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
