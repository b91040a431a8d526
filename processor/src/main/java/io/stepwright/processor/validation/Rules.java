package io.stepwright.processor.validation;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.WiredAgent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs all rules. */
public final class Rules {

  private static final List<AgentRule> OF_AGENTS =
      List.of(
          new AgentTypeRule(),
          new ConstructorRule(),
          new EntryPointRule(),
          new OtherMethodRule(),
          new CheckMethodRule(),
          new StepMethodRule(),
          new ThrownRule(),
          new ForeignAnnotationRule(),
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
          new ToolMethodRule(),
          new ToolNameRule(),
          new ToolParameterRule(),
          new ToolResultRule(),
          new ToolLimitRule(),
          new ToolCycleRule(),
          new ToolUseRule(),
          new EachRule(),
          new TypeAccessRule(),
          new ParameterNameRule(),
          new ParameterCountRule(),
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

  /** Returns the parts of a value that cannot be read from JSON, for messages. */
  public static List<String> unreadable(Shape shape) {
    return ModelResultRule.unreadable(shape);
  }

  /** Checks that an agent is not too large to be processed; returns false if it is. */
  public static boolean checkSize(AgentModel agent, Diagnostics diagnostics) {
    return SizeRule.check(agent, diagnostics);
  }

  /**
   * Checks that the graphs of the entry points are not too large to be processed; returns false if
   * they are.
   */
  public static boolean checkSize(List<Graph> graphs, Diagnostics diagnostics) {
    return SizeRule.check(graphs, diagnostics);
  }

  /** Checks the declaration of an agent. */
  public static void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    OF_AGENTS.forEach(rule -> rule.check(agent, types, diagnostics));
  }

  /** Checks the open slots of the templates of an agent, which are given by step id. */
  public static void checkTemplates(
      AgentModel agent,
      Map<String, TemplateModel> templates,
      Types types,
      Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      TemplateModel template = templates.get(step.id());
      if (step.template() != null && template != null) {
        TemplateRule.check(step, step.template(), template, types, diagnostics);
      }
    }
  }

  /** Checks that prompts and templates, which are given by step id, fit into a class. */
  public static void checkParts(
      AgentModel agent,
      Map<String, PromptModel> prompts,
      Map<String, TemplateModel> templates,
      Diagnostics diagnostics) {
    PartsRule.check(agent, prompts, templates, diagnostics);
  }

  /** Checks the graph of one entry point. */
  public static void check(Graph graph, Diagnostics diagnostics) {
    OF_GRAPHS.forEach(rule -> rule.check(graph, diagnostics));
  }

  /** Checks that every step is reached from at least one entry point. */
  public static void checkReached(AgentModel agent, Set<String> reached, Diagnostics diagnostics) {
    UnusedStepRule.check(agent, reached, diagnostics);
  }

  /** Checks that every conversation is read. The agent must have no errors. */
  public static void checkConversations(WiredAgent wired, Types types, Diagnostics diagnostics) {
    UnusedConversationRule.check(wired, types, diagnostics);
  }
}
