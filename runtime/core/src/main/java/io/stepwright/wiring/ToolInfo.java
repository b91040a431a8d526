package io.stepwright.wiring;

import io.stepwright.spi.ToolSpec;
import java.util.regex.Pattern;

/**
 * The compile-time facts about a tool, which models may call. Immutable; a constant of the
 * generated class. Methods that change a property return a copy.
 */
public final class ToolInfo {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final AgentInfo agent;
  private final ToolSpec spec;
  private final boolean readOnly;
  private final boolean sideEffect;
  private final boolean approved;
  private final boolean failing;
  private final int calls;

  private ToolInfo(
      AgentInfo agent,
      ToolSpec spec,
      boolean readOnly,
      boolean sideEffect,
      boolean approved,
      boolean failing,
      int calls) {
    if (readOnly && (sideEffect || approved)) {
      throw new IllegalArgumentException(
          "tool %s is read-only and has a side effect".formatted(spec.name()));
    }
    this.agent = agent;
    this.spec = spec;
    this.readOnly = readOnly;
    this.sideEffect = sideEffect;
    this.approved = approved;
    this.failing = failing;
    this.calls = calls;
  }

  /**
   * Returns a tool that changes nothing outside of the run and whose results may differ.
   *
   * @param name 1 to 64 ASCII letters, digits, {@code _} and {@code -}
   * @param description what the tool does and when to call it, for the model
   * @param parameters the strict JSON Schema of the arguments that the model chooses
   */
  public static ToolInfo of(AgentInfo agent, String name, String description, String parameters) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("the name of tool '%s' is not allowed".formatted(name));
    }
    return new ToolInfo(
        agent, new ToolSpec(name, description, parameters), false, false, false, false, 0);
  }

  /** Returns a copy whose equal calls have equal results, until a side effect happens. */
  public ToolInfo readOnly() {
    return new ToolInfo(agent, spec, true, sideEffect, approved, failing, calls);
  }

  /** Returns a copy that changes something outside of the run. */
  public ToolInfo withSideEffect() {
    return new ToolInfo(agent, spec, readOnly, true, approved, failing, calls);
  }

  /** Returns a copy that is called only after an approval. */
  public ToolInfo approved() {
    return new ToolInfo(agent, spec, readOnly, sideEffect, true, failing, calls);
  }

  /** Returns a copy whose exceptions fail the step, instead of being told to the model. */
  public ToolInfo failing() {
    return new ToolInfo(agent, spec, readOnly, sideEffect, approved, true, calls);
  }

  /** Returns a copy that is executed at most so often in one run of a step, at least once. */
  public ToolInfo atMost(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("tool " + spec.name() + " has " + calls + " calls");
    }
    return new ToolInfo(agent, spec, readOnly, sideEffect, approved, failing, calls);
  }

  /** The agent of the tool. */
  public AgentInfo agent() {
    return agent;
  }

  /** The tool's name. */
  public String name() {
    return spec.name();
  }

  /** The tool as a model sees it. */
  public ToolSpec spec() {
    return spec;
  }

  /** Returns whether results are used again for equal calls. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Returns whether the tool changes something outside of the run. */
  public boolean hasSideEffect() {
    return sideEffect;
  }

  /** Returns whether each call needs an approval. */
  public boolean needsApproval() {
    return approved;
  }

  /** Returns whether exceptions of the tool fail the step. */
  public boolean failsStep() {
    return failing;
  }

  /** The maximum number of executions in one run of a step; 0 if there is none. */
  public int calls() {
    return calls;
  }

  /** Returns the names of the agent and the tool. */
  @Override
  public String toString() {
    return agent.name() + "." + name();
  }
}
