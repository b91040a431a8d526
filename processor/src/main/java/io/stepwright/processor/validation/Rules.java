package io.stepwright.processor.validation;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules. */
public final class Rules {

  private static final List<AgentRule> OF_AGENTS =
      List.of(
          new AgentTypeRule(),
          new ConstructorRule(),
          new EntryPointRule(),
          new OtherMethodRule(),
          new StepMethodRule(),
          new StepNameRule(),
          new DuplicateStepRule(),
          new StepResultRule(),
          new ModelStepRule(),
          new ModelResultRule(),
          new SchemaLimitRule(),
          new DurationRule(),
          new RetryRule(),
          new CachedStepRule(),
          new CachedRiskRule(),
          new EachRule(),
          new TypeAccessRule(),
          new ParameterNameRule(),
          new NullableRule(),
          new LostDescriptionRule());

  private static final List<GraphRule> OF_GRAPHS =
      List.of(
          new DuplicateNameRule(),
          new AlternativesRule(),
          new AbsenceRule(),
          new RunsForNothingRule(),
          new EachTogetherRule(),
          new TimeoutReachRule());

  private Rules() {}

  /** Checks an agent as it is declared. */
  public static void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    OF_AGENTS.forEach(rule -> rule.check(agent, types, diagnostics));
  }

  /** Checks what the templates of an agent leave to models, by the steps' names. */
  public static void checkTemplates(
      AgentModel agent, Map<String, TemplateModel> templates, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      TemplateModel template = templates.get(step.id());
      if (step.template() != null && template != null) {
        TemplateRule.check(step, step.template(), template, diagnostics);
      }
    }
  }

  /** Checks the graph of one entry point. */
  public static void check(Graph graph, Diagnostics diagnostics) {
    OF_GRAPHS.forEach(rule -> rule.check(graph, diagnostics));
  }

  /** Checks that every step is reached from some entry point. */
  public static void checkReached(AgentModel agent, Set<String> reached, Diagnostics diagnostics) {
    UnusedStepRule.check(agent, reached, diagnostics);
  }
}
