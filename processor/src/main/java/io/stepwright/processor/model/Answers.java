package io.stepwright.processor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the types in the answers of models that can have descriptions. */
public final class Answers {

  private Answers() {}

  /** Returns the steps that are answered by a model and have a result. */
  public static List<StepModel> steps(AgentModel agent) {
    return agent.steps().stream()
        .filter(step -> step.isAbstract() && step.model() != null && !step.returned().none())
        .toList();
  }

  /**
   * Returns the records, sealed interfaces and enums in the answers, each with the first step whose
   * answer contains it.
   */
  public static Map<TypeRef, StepModel> described(AgentModel agent, Types types) {
    Map<TypeRef, StepModel> found = new LinkedHashMap<>();
    for (StepModel step : steps(agent)) {
      Shape result = types.shape(step.returned().type());
      for (ShapeWalk.Visit visit : ShapeWalk.of(result, result.type().display())) {
        if (visit.shape() instanceof Shape.Structure
            || visit.shape() instanceof Shape.Choice
            || visit.shape() instanceof Shape.Enumeration) {
          found.putIfAbsent(visit.shape().type(), step);
        }
      }
    }
    return found;
  }
}
