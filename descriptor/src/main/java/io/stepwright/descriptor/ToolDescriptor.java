package io.stepwright.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool that steps offer to their models. Immutable.
 *
 * @param name the name that models see
 * @param listed the name by which steps list it
 * @param method the name of the method
 * @param parameters the names of the method's parameters
 * @param declaredBy the binary name of the type that declares the method
 * @param kind the kind of the tool
 * @param server the name of the MCP server, or null
 * @param description the description for models; empty if there is none
 * @param schema the JSON Schema of the arguments that models choose, as JSON; null if it is not
 *     known
 * @param readOnly true if equal calls have equal results
 * @param sideEffect true if a call changes something outside of the run
 * @param approval the question for the person who approves calls, with its slots; null if calls
 *     need no approval
 * @param calls the most executions in one run of a step; 0 if there is no limit
 * @param failing true if an exception of the tool fails the step
 * @param asked the tool as a step that a model answers; null for other kinds
 */
public record ToolDescriptor(
    String name,
    String listed,
    String method,
    List<String> parameters,
    String declaredBy,
    Kind kind,
    @Nullable String server,
    String description,
    @Nullable String schema,
    boolean readOnly,
    boolean sideEffect,
    @Nullable String approval,
    int calls,
    boolean failing,
    @Nullable StepDescriptor asked) {

  /** Copies the list. */
  public ToolDescriptor {
    parameters = List.copyOf(parameters);
  }

  /** The kind of a tool. */
  public enum Kind {
    /** A method runs it. */
    CODE,
    /** A model answers it. */
    MODEL,
    /** An MCP server runs it. */
    MCP
  }
}
