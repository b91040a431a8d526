package io.stepwright.processor.random.tool;

import io.stepwright.processor.random.tool.RandomTool.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A random agent of one step with tools.
 *
 * @param name the simple name of its type
 * @param tools its tools
 * @param offered the tools that its step offers
 * @param turns the maximum number of turns
 */
record ToolAgent(String name, List<RandomTool> tools, List<RandomTool> offered, int turns) {

  private static final List<String> NAMES =
      List.of("find", "call", "look-up", "yield", "step", "json", "inner", "prompt", "solve2");

  static ToolAgent of(long seed) {
    Random random = new Random(seed);
    List<RandomTool> tools = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      tools.add(tool(NAMES.get((int) ((seed + 2L * i) % NAMES.size())) + tail(i), random, tools));
    }
    List<RandomTool> offered = new ArrayList<>(tools);
    String named =
        tools.stream().map(RandomTool::inner).filter(inner -> inner != null).findFirst().orElse("");
    if (offered.size() > 1 && random.nextBoolean()) {
      // The tool of an inner model need not be offered to the outer one.
      offered.removeIf(tool -> tool.name().equals(named));
    }
    return new ToolAgent("T" + seed, tools, offered, 1 + random.nextInt(6));
  }

  private static String tail(int number) {
    return number == 0 ? "" : String.valueOf(number);
  }

  private static RandomTool tool(String name, Random random, List<RandomTool> known) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    boolean effect = kind == Kind.EFFECT || kind == Kind.VOID_EFFECT || kind == Kind.APPROVED;
    String inner = null;
    if (kind == Kind.MODEL && random.nextBoolean()) {
      inner =
          known.stream()
              .filter(tool -> tool.kind() == Kind.CODE && !tool.readOnly() && tool.bound() < 0)
              .filter(tool -> !tool.failing() && tool.calls() == 0)
              .map(RandomTool::name)
              .findFirst()
              .orElse(null);
    }
    return new RandomTool(
        name,
        kind,
        !effect && inner == null && random.nextInt(2) == 0,
        random.nextInt(4) - 1,
        random.nextInt(3) == 0,
        random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0,
        kind != Kind.MODEL && random.nextInt(6) == 0,
        inner);
  }

  RandomTool tool(String tool) {
    return tools.stream().filter(each -> each.name().equals(tool)).findFirst().orElseThrow();
  }

  /** Tells whether the step offers all tools, so that it need not name them. */
  private boolean offersAll() {
    return offered.size() == tools.size();
  }

  String source() {
    String names =
        offered.stream()
            .map(tool -> "\"" + tool.name() + "\"")
            .collect(Collectors.joining(", ", "value = {", "}, "));
    return """
    package app;
    import io.stepwright.*;
    import java.util.*;
    import java.util.concurrent.CompletableFuture;
    import java.util.function.BiFunction;
    @Agent
    @SuppressWarnings("unchecked")
    public abstract class %s {
      public record Subject(String id, String text) {}
      private final BiFunction<String, List<Object>, Object> body;
      protected %s(BiFunction<String, List<Object>, Object> body) { this.body = body; }
      @EntryPoint(value = "solve", timeout = "10m") public abstract String run(String id);
      @EntryPoint(value = "solve", timeout = "10m")
      public abstract CompletableFuture<String> later(String id);
      @AgentStep Subject subject(String id) { return new Subject(id, "It broke."); }
      @AgentStep @Model("main") @Tools(%sturns = %d) @Prompt("Solve {{subject.text}} {{subject.id}}")
      protected abstract String solve(Subject subject);
    %s}
    """
        .formatted(
            name,
            name,
            offersAll() ? "" : names,
            turns,
            tools.stream().map(RandomTool::source).collect(Collectors.joining()));
  }
}
