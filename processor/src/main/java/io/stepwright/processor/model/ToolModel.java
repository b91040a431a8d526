package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method with {@code @Tool} as it is declared.
 *
 * @param listed the name by which steps list it: {@code orders}, or {@code github.issue_read} for a
 *     tool of an MCP server
 * @param name the name that models see
 * @param namePlace the position of the name in the source
 * @param method the method
 * @param description the description for models; empty if there is none
 * @param parameterDescriptions the descriptions of parameters, by name
 * @param loss whether, and why, descriptions may be missing
 * @param readOnly true if equal calls have equal results
 * @param calls the most executions in one run of a step; 0 if there is no limit
 * @param callsPlace the position of that number
 * @param failing true if an exception fails the step
 * @param sideEffect true if a call changes something outside of the run
 * @param approve the content of {@code @Approve}, or null
 * @param asked the method as a step that a model answers; null for a tool that code runs
 * @param facade the interface of an MCP server that declares it, or null
 * @param place the position of the annotation
 */
public record ToolModel(
    String listed,
    String name,
    Place namePlace,
    MethodModel method,
    String description,
    Map<String, String> parameterDescriptions,
    DescriptionLoss loss,
    boolean readOnly,
    int calls,
    Place callsPlace,
    boolean failing,
    boolean sideEffect,
    @Nullable Named approve,
    @Nullable StepModel asked,
    @Nullable Facade facade,
    Place place) {

  /** Returns the tool for the middle of a sentence: {@code tool 'orders'}. */
  public String display() {
    return "tool '" + name + "'";
  }

  /** Returns the tool for the beginning of a sentence: {@code Tool 'orders'}. */
  public String title() {
    return "Tool '" + name + "'";
  }

  /**
   * An interface of an MCP server as a parameter of the agent's constructor.
   *
   * @param server the name of the server
   * @param parameter the name of the parameter
   * @param type the interface
   */
  public record Facade(String server, String parameter, TypeRef.Declared type) {}
}
