package io.stepwright.wiring;

import io.stepwright.spi.ToolSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a step offers to its model, and their budget. Immutable; a constant of the
 * generated class. Methods that change a property return a copy.
 */
public final class StepTools {

  /** The default number of turns. */
  public static final int TURNS = 8;

  private final List<ToolInfo> tools;
  private final List<ToolSpec> specs;
  private final int turns;
  private final int tokens;

  private StepTools(List<ToolInfo> tools, List<ToolSpec> specs, int turns, int tokens) {
    this.tools = tools;
    this.specs = specs;
    this.turns = turns;
    this.tokens = tokens;
  }

  /** Returns tools with the default number of turns and any number of tokens. */
  public static StepTools of(ToolInfo... tools) {
    Set<String> names = new HashSet<>();
    for (ToolInfo tool : tools) {
      if (!names.add(tool.name())) {
        throw new IllegalArgumentException("two tools are named " + tool.name());
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a step with tools needs at least one");
    }
    List<ToolInfo> list = List.of(tools);
    return new StepTools(list, list.stream().map(ToolInfo::spec).toList(), TURNS, 0);
  }

  /** Returns a copy with a maximum number of turns of the model, repairs included; at least 1. */
  public StepTools turns(int turns) {
    if (turns < 1) {
      throw new IllegalArgumentException("a step with tools has " + turns + " turns");
    }
    return new StepTools(tools, specs, turns, tokens);
  }

  /** Returns a copy with a maximum number of tokens, read and written, of all turns together. */
  public StepTools tokens(int tokens) {
    if (tokens < 1) {
      throw new IllegalArgumentException("a step with tools has " + tokens + " tokens");
    }
    return new StepTools(tools, specs, turns, tokens);
  }

  /** The tools, in the order in which models see them. */
  public List<ToolInfo> tools() {
    return tools;
  }

  /** The tools as a model sees them. */
  public List<ToolSpec> specs() {
    return specs;
  }

  /** The maximum number of turns of the model. */
  public int turns() {
    return turns;
  }

  /** The maximum number of tokens of all turns together; 0 if there is none. */
  public int tokens() {
    return tokens;
  }

  /** Returns the tool with a name, or null. */
  public @Nullable ToolInfo find(String name) {
    for (ToolInfo tool : tools) {
      if (tool.name().equals(name)) {
        return tool;
      }
    }
    return null;
  }

  /** Finds the tool of a call and prepares its run: a {@code switch} in the generated class. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Reads the arguments of a call and gives the method of its tool. Called on the thread of the
     * step, for all calls of a turn in their order, before the first one is executed.
     *
     * @return the result of {@link ToolUse#run} or {@link ToolUse#perform}
     * @throws Exception if the call cannot be prepared, or has to fail the step
     */
    ToolUse.Done handle(ToolUse call) throws Exception;
  }
}
