package io.stepwright.processor.model;

import java.util.List;
import java.util.Map;

/**
 * An agent with everything resolved that code generation needs.
 *
 * @param agent the agent as declared
 * @param prompts the prompts of the model steps, by step id
 * @param templates the templates of the steps that have one, by step id
 * @param regexes the regular expressions of the steps that have one, by step id
 * @param cacheKeys the cache keys of cached steps, by step id
 * @param fileKeys the cache keys for each template file, by step id, then by the path of the file
 * @param checks the checks of the results of model steps, by step id
 * @param tools the tools that steps offer to their models, by step id
 * @param results the shapes of the answers of the model steps, by step id
 * @param graphs one graph for each entry point
 */
public record WiredAgent(
    AgentModel agent,
    Map<String, PromptModel> prompts,
    Map<String, TemplateModel> templates,
    Map<String, RegexModel> regexes,
    Map<String, CacheKeyModel> cacheKeys,
    Map<String, Map<String, CacheKeyModel>> fileKeys,
    Map<String, List<ResolvedCheck>> checks,
    Map<String, List<ResolvedTool>> tools,
    Map<String, Shape> results,
    List<Graph> graphs) {

  /** Returns the tools that a step offers to its model. */
  public List<ResolvedTool> tools(StepModel step) {
    return tools.getOrDefault(step.id(), List.of());
  }

  /**
   * Returns whether a tool that a step offers to its model changes something outside of the run, or
   * is answered by a model that is offered such a tool.
   */
  public boolean haveEffects(StepModel step) {
    return tools(step).stream().anyMatch(tool -> ToolLists.hasEffect(tool.tool(), agent));
  }

  /** Returns the checks of a step. */
  public List<ResolvedCheck> checks(StepModel step) {
    return checks.getOrDefault(step.id(), List.of());
  }
}
