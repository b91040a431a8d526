package io.stepwright.processor.validation;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Types;
import java.util.List;
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
          new TypeAccessRule(),
          new ParameterNameRule());

  private static final List<GraphRule> OF_GRAPHS =
      List.of(new DuplicateNameRule(), new AbsenceRule(), new TimeoutReachRule());

  private Rules() {}

  /** Checks an agent as it is declared. */
  public static void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    OF_AGENTS.forEach(rule -> rule.check(agent, types, diagnostics));
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
