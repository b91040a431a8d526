package io.stepwright.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool as one step offers it.
 *
 * @param tool the tool
 * @param arguments an argument for each parameter of its method, in their order
 * @param question the question for the person who approves calls, whose slots start at parameters
 *     of the tool; null if calls need no approval
 * @param result the form of its result as JSON; null if there is none
 */
public record ResolvedTool(
    ToolModel tool,
    List<Argument> arguments,
    @Nullable List<PromptModel.Part> question,
    @Nullable Shape result) {

  /** Copies the list. */
  public ResolvedTool {
    arguments = List.copyOf(arguments);
  }

  /** The argument of a parameter. */
  public sealed interface Argument {

    /** The parameter. */
    ParameterModel parameter();
  }

  /**
   * An argument that code takes from a parameter of the step.
   *
   * @param slot the path from the step's parameter to the value
   */
  public record Bound(ParameterModel parameter, PromptModel.Slot slot) implements Argument {}

  /**
   * An argument that the model chooses.
   *
   * @param shape the form of its type as JSON
   * @param description the description for the model; empty if there is none
   */
  public record Chosen(ParameterModel parameter, Shape shape, String description)
      implements Argument {}

  /** Returns the arguments that the model chooses, as the components of an object. */
  public List<Shape.Component> chosen() {
    return arguments.stream()
        .filter(Chosen.class::isInstance)
        .map(Chosen.class::cast)
        .map(
            argument ->
                new Shape.Component(
                    argument.parameter().name(), argument.shape(), argument.description()))
        .toList();
  }

  /** Returns the paths of the arguments that code takes from the step. */
  public List<PromptModel.Slot> bound() {
    return arguments.stream()
        .filter(Bound.class::isInstance)
        .map(argument -> ((Bound) argument).slot())
        .toList();
  }
}
