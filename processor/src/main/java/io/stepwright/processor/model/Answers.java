package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the types that models write, in answers and in arguments of tools. */
public final class Answers {

  private Answers() {}

  /**
   * A place at which a model writes a value of a type.
   *
   * @param text the rest of a sentence that begins with the type: {@code step 'intent' returns}
   * @param place the position in the source
   */
  public record Use(String text, Place place) {}

  /** Returns the steps and the tools that are answered by a model and have a result. */
  public static List<StepModel> steps(AgentModel agent) {
    return agent.answered().stream()
        .filter(step -> step.isAbstract() && step.model() != null && !step.returned().none())
        .toList();
  }

  /**
   * Returns the records, sealed interfaces and enums in answers and arguments, each with its first
   * use.
   */
  public static Map<TypeRef, Use> described(AgentModel agent, Types types) {
    Map<TypeRef, Use> found = new LinkedHashMap<>();
    for (StepModel step : steps(agent)) {
      Use use = new Use(step.display() + " returns", step.method().place());
      add(types.shape(step.returned().type()), use, found);
    }
    for (ToolModel tool : agent.ownTools()) {
      for (ParameterModel parameter : tool.method().parameters()) {
        if (parameter.from() == null) {
          Use use = new Use(tool.display() + " takes", parameter.place());
          add(types.shape(parameter.type()), use, found);
        }
      }
    }
    return found;
  }

  private static void add(Shape whole, Use use, Map<TypeRef, Use> found) {
    for (ShapeWalk.Visit visit : ShapeWalk.of(whole, whole.type().display())) {
      if (visit.shape() instanceof Shape.Structure
          || visit.shape() instanceof Shape.Choice
          || visit.shape() instanceof Shape.Enumeration) {
        found.putIfAbsent(visit.shape().type(), use);
      }
    }
  }
}
