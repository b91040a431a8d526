package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_PARAMETER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Resolves what the annotations of abstract steps say: prompts, expressions, results. */
public final class StepResolver {

  private final Types types;
  private final Diagnostics diagnostics;
  private final Map<String, PromptModel> prompts = new LinkedHashMap<>();
  private final Map<String, RegexModel> regexes = new LinkedHashMap<>();
  private final Map<String, CacheKeyModel> cacheKeys = new LinkedHashMap<>();
  private final Map<String, Shape> results = new LinkedHashMap<>();

  private StepResolver(Types types, Diagnostics diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /**
   * What was resolved, by the steps' names.
   *
   * @param prompts the prompts of model steps
   * @param regexes the expressions of the steps that have one
   * @param cacheKeys the keys of the steps whose answers are remembered
   * @param results what the answers of models look like
   */
  public record Resolved(
      Map<String, PromptModel> prompts,
      Map<String, RegexModel> regexes,
      Map<String, CacheKeyModel> cacheKeys,
      Map<String, Shape> results) {}

  /** Resolves all steps of an agent; what is wrong is reported and left out. */
  public static Resolved resolve(AgentModel agent, Types types, Diagnostics diagnostics) {
    StepResolver resolver = new StepResolver(types, diagnostics);
    agent.steps().stream().filter(StepModel::isAbstract).forEach(resolver::resolve);
    return new Resolved(resolver.prompts, resolver.regexes, resolver.cacheKeys, resolver.results);
  }

  private void resolve(StepModel step) {
    if (step.prompt() != null) {
      new PromptResolver(step, types, diagnostics)
          .resolve(step.prompt())
          .ifPresent(prompt -> prompts.put(step.name(), prompt));
    }
    if (step.regex() != null) {
      new RegexResolver(step, types, diagnostics)
          .resolve(step.regex())
          .ifPresent(regex -> regexes.put(step.name(), regex));
    }
    if (step.model() != null) {
      results.put(step.name(), types.shape(step.method().returnType()));
    }
    if (step.cache() != null) {
      cacheKey(step, step.cache());
    }
    unusedParameters(step);
  }

  private void cacheKey(StepModel step, CacheText cache) {
    PromptModel prompt = prompts.get(step.name());
    Shape result = results.get(step.name());
    if (prompt != null && result != null) {
      new CacheKeyResolver(step, types, diagnostics)
          .resolve(cache, prompt)
          .ifPresent(
              key -> {
                cacheKeys.put(step.name(), key);
                new PersonalValues(step, types, diagnostics).check(cache, key, result);
              });
    }
  }

  private void unusedParameters(StepModel step) {
    PromptModel prompt = prompts.get(step.name());
    RegexModel regex = regexes.get(step.name());
    boolean incomplete =
        (step.prompt() != null && prompt == null) || (step.regex() != null && regex == null);
    if (incomplete || (prompt == null && regex == null)) {
      return;
    }
    Set<String> used = new HashSet<>();
    if (prompt != null) {
      prompt.slots().forEach(slot -> used.add(slot.parameter()));
    }
    if (regex != null) {
      used.add(regex.on().parameter());
    }
    for (ParameterModel parameter : step.method().parameters()) {
      if (!used.contains(parameter.name())) {
        diagnostics.report(
            UNUSED_PARAMETER,
            parameter.place(),
            "No slot of step '%s' uses the parameter '%s'."
                .formatted(step.name(), parameter.name()),
            "The step waits for a value that it does not show to the model.",
            "Write {{%s}} where it belongs, or drop the parameter; for the order alone, use after."
                .formatted(parameter.name()));
      }
    }
  }
}
