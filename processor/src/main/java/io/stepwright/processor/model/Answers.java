package io.stepwright.processor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types in the answers of models that have descriptions. */
public final class Answers {

  private Answers() {}

  /** The steps that models answer. */
  public static List<StepModel> steps(AgentModel agent) {
    return agent.steps().stream()
        .filter(step -> step.isAbstract() && step.model() != null && !step.returned().none())
        .toList();
  }

  /** Records, sealed interfaces and enums, each with the first step whose answers have it. */
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
