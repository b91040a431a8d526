package io.stepwright.processor.random.tool;

import io.stepwright.processor.random.tool.RandomTool.Kind;
import io.stepwright.spi.ToolCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random script of the model of an agent, and an interpreter of it without threads, which says
 * what has to happen.
 */
final class ToolDialogue {

  static final String ID = "canary-id";

  /** The kinds of ends of a run. */
  enum End {
    ANSWER,
    BUDGET,
    FAILURE
  }

  /** The outcome of the method of a tool. */
  enum Outcome {
    RESULT,
    EXCEPTION,
    REFUSAL
  }

  final ToolAgent agent;

  /** The calls of each reply; none for the final answer. */
  final List<List<ToolCall>> replies = new ArrayList<>();

  /** The texts for the model after each turn with calls; of a failure only the beginning. */
  final List<List<String>> told = new ArrayList<>();

  /** The executions of methods without side effect in all turns but the one that fails. */
  final List<String> reads = new ArrayList<>();

  /** Readings in the turn that fails, of which some may not happen. */
  final List<String> lastReads = new ArrayList<>();

  /** The side effects, in their order. */
  final List<String> effects = new ArrayList<>();

  /** The approvals that are asked for, in their order. */
  final List<String> approvals = new ArrayList<>();

  End end = End.BUDGET;

  private final Map<String, String> memo = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int made;

  ToolDialogue(ToolAgent agent, long seed) {
    this.agent = agent;
    Random random = new Random(seed);
    for (int turn = 1; turn <= agent.turns(); turn++) {
      List<ToolCall> calls = new ArrayList<>();
      if (random.nextInt(6) > 0) {
        for (int i = random.nextInt(6); i >= 0; i--) {
          calls.add(call(random));
        }
      }
      replies.add(calls);
      if (calls.isEmpty()) {
        end = End.ANSWER;
        return;
      }
      if (turn < agent.turns() && !interpret(calls)) {
        end = End.FAILURE;
        return;
      }
    }
  }

  private ToolCall call(Random random) {
    String id = random.nextInt(5) == 0 ? "same" : "id-" + ++made;
    RandomTool tool = agent.offered().get(random.nextInt(agent.offered().size()));
    int n = random.nextInt(8);
    return switch (random.nextInt(9)) {
      case 0 -> new ToolCall(id, tool.name() + "x", "{}");
      case 1 -> new ToolCall(id, tool.name(), "{\"n\":true}");
      case 2 -> new ToolCall(id, tool.name(), "{\"id\":\"other\",\"n\":" + n + "}");
      default ->
          new ToolCall(
              id,
              tool.name(),
              tool.note() && random.nextBoolean()
                  ? "{\"n\":" + n + ",\"note\":\"{{id}}\"}"
                  : "{\"n\":" + n + "}");
    };
  }

  /** Returns the outcome of a method. */
  static Outcome outcome(String tool, int n) {
    return switch (Math.floorMod(tool.hashCode() + n, 6)) {
      case 0 -> Outcome.EXCEPTION;
      case 1 -> Outcome.REFUSAL;
      default -> Outcome.RESULT;
    };
  }

  /** Tells whether a call is approved. */
  static boolean approves(int n) {
    return n % 3 == 1;
  }

  static Optional<String> optional(String tool, int n) {
    return n % 2 == 0 ? Optional.empty() : Optional.of(tool + " " + n);
  }

  static int n(ToolCall call) {
    return Integer.parseInt(call.arguments().replaceAll(".*\"n\":(\\d+).*", "$1"));
  }

  private static boolean isValid(ToolCall call) {
    return !call.arguments().contains("true") && !call.arguments().contains("other");
  }

  /** The execution of a method, with its arguments. */
  static String execution(RandomTool tool, int n, boolean note) {
    return tool.name()
        + " "
        + n
        + (tool.bound() >= 0 ? " " + ID : "")
        + (tool.note() ? note ? " {{id}}" : " -" : "");
  }

  private boolean interpret(List<ToolCall> calls) {
    @Nullable String[] texts = new String[calls.size()];
    Map<String, Integer> first = new HashMap<>();
    int[] same = new int[calls.size()];
    for (int i = 0; i < texts.length; i++) {
      prepare(i, calls, first, same, texts);
    }
    List<String> executed = new ArrayList<>();
    boolean failed = false;
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == null && same[i] == i && !tool(calls.get(i)).isEffect()) {
        texts[i] = read(calls.get(i), executed);
        failed |= texts[i] == null;
      }
    }
    if (failed) {
      lastReads.addAll(executed);
      return false;
    }
    reads.addAll(executed);
    for (int i = 0; i < texts.length; i++) {
      if (same[i] != i) {
        texts[i] = texts[same[i]];
      } else if (texts[i] == null) {
        texts[i] = effect(calls.get(i));
        if (texts[i] == null) {
          return false;
        }
      }
    }
    told.add(Arrays.stream(texts).map(String::valueOf).toList());
    return true;
  }

  /** Decides about calls whose outcome is known without an execution. */
  private void prepare(
      int i,
      List<ToolCall> calls,
      Map<String, Integer> first,
      int[] same,
      @Nullable String[] texts) {
    ToolCall call = calls.get(i);
    same[i] = i;
    Optional<RandomTool> found = offered(call);
    if (found.isEmpty()) {
      texts[i] = "failed: there is no such tool";
      return;
    }
    RandomTool tool = found.get();
    if (tool.readOnly()) {
      same[i] = first.computeIfAbsent(call.name() + call.arguments(), unseen -> i);
      if (same[i] != i) {
        return;
      }
    }
    if (!isValid(call)) {
      texts[i] = "failed: ";
      return;
    }
    String remembered = tool.readOnly() ? memo.get(call.name() + call.arguments()) : null;
    if (remembered != null) {
      texts[i] = remembered;
      return;
    }
    if (tool.calls() > 0 && counts.getOrDefault(tool.name(), 0) >= tool.calls()) {
      texts[i] = "refused: no further call";
      return;
    }
    counts.merge(tool.name(), 1, Integer::sum);
  }

  private Optional<RandomTool> offered(ToolCall call) {
    return agent.offered().stream().filter(tool -> tool.name().equals(call.name())).findFirst();
  }

  private RandomTool tool(ToolCall call) {
    return agent.tool(call.name());
  }

  /** Returns the text for the model, or null if the step fails. */
  private @Nullable String read(ToolCall call, List<String> executed) {
    RandomTool tool = tool(call);
    int n = n(call);
    boolean note = call.arguments().contains("note");
    executed.add(execution(tool, n, note));
    if (tool.kind() == Kind.MODEL) {
      String text = "\"answer " + tool.name() + " " + n + "\"";
      if (tool.inner() != null) {
        executed.add(execution(agent.tool(tool.inner()), n + 100, false));
        text = "\"answer " + tool.name() + " " + n + " " + innerText(tool.inner(), n + 100) + "\"";
      }
      if (tool.readOnly()) {
        memo.put(call.name() + call.arguments(), text);
      }
      return text;
    }
    String text = text(tool, n);
    if (text != null && tool.readOnly() && outcome(tool.name(), n) == Outcome.RESULT) {
      memo.put(call.name() + call.arguments(), text);
    }
    return text;
  }

  /** The text that the model of a tool is told, without quotes. */
  static String innerText(String tool, int n) {
    return switch (outcome(tool, n)) {
      case RESULT -> tool + " " + n;
      case EXCEPTION -> "failed: IllegalStateException";
      case REFUSAL -> "refused: no " + n;
    };
  }

  private @Nullable String effect(ToolCall call) {
    RandomTool tool = tool(call);
    int n = n(call);
    if (tool.kind() == Kind.APPROVED) {
      approvals.add(tool.name() + " " + n + "?");
      if (!approves(n)) {
        counts.merge(tool.name(), -1, Integer::sum);
        return "refused: the call was not approved";
      }
    }
    memo.clear();
    effects.add(execution(tool, n, call.arguments().contains("note")));
    return text(tool, n);
  }

  private static @Nullable String text(RandomTool tool, int n) {
    return switch (outcome(tool.name(), n)) {
      case EXCEPTION -> tool.failing() ? null : "failed: IllegalStateException";
      case REFUSAL -> "refused: no " + n;
      case RESULT ->
          switch (tool.kind()) {
            case VOID_EFFECT -> "\"done\"";
            case OPTIONAL_CODE ->
                optional(tool.name(), n).map(text -> "\"" + text + "\"").orElse("null");
            default -> "\"" + tool.name() + " " + n + "\"";
          };
    };
  }
}
