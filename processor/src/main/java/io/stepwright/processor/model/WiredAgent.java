package io.stepwright.processor.model;

import java.util.List;
import java.util.Map;

/**
 * An agent with everything resolved: all that code generation needs.
 *
 * @param agent the agent as declared
 * @param prompts the prompts of the model steps, by the steps' names
 * @param templates the templates of the steps that have one, by the steps' names
 * @param regexes the regular expressions of the steps that have one, by the steps' names
 * @param cacheKeys what decides whether answers may be served again, by the steps' names
 * @param fileKeys the same for each file of a template, by the steps' names, then by the files'
 *     paths
 * @param checks what judges the results of model steps, by the steps' names
 * @param results what the answers of the model steps look like, by the steps' names
 * @param graphs one for each entry point
 */
public record WiredAgent(
    AgentModel agent,
    Map<String, PromptModel> prompts,
    Map<String, TemplateModel> templates,
    Map<String, RegexModel> regexes,
    Map<String, CacheKeyModel> cacheKeys,
    Map<String, Map<String, CacheKeyModel>> fileKeys,
    Map<String, List<ResolvedCheck>> checks,
    Map<String, Shape> results,
    List<Graph> graphs) {

  /** The checks of a step. */
  public List<ResolvedCheck> checks(StepModel step) {
    return checks.getOrDefault(step.id(), List.of());
  }
}
