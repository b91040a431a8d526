package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.TEMPLATE_ALONE;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_PARAMETER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.StepModel.TemplateRef;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.ConversationSlots.Advice;
import io.stepwright.processor.resources.ResourceLookup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Resolves the annotations of abstract steps: prompts, templates, expressions, cache keys and
 * results.
 */
public final class StepResolver {

  private final Types types;
  private final ResourceLookup resources;
  private final Diagnostics diagnostics;
  private final Map<String, PromptModel> prompts = new LinkedHashMap<>();
  private final Map<String, TemplateModel> templates = new LinkedHashMap<>();
  private final Map<String, Map<String, CacheKeyModel>> fileKeys = new LinkedHashMap<>();
  private final Map<String, RegexModel> regexes = new LinkedHashMap<>();
  private final Map<String, CacheKeyModel> cacheKeys = new LinkedHashMap<>();
  private final Map<String, Shape> results = new LinkedHashMap<>();
  private final Map<String, List<ResolvedCheck>> checks;
  private final Map<String, List<ResolvedTool>> tools;

  private StepResolver(
      Map<String, List<ResolvedCheck>> checks,
      Map<String, List<ResolvedTool>> tools,
      Types types,
      ResourceLookup resources,
      Diagnostics diagnostics) {
    this.checks = checks;
    this.tools = tools;
    this.types = types;
    this.resources = resources;
    this.diagnostics = diagnostics;
  }

  /**
   * The resolved parts of steps, by step id.
   *
   * @param prompts the prompts of model steps
   * @param templates the templates of the steps that have one
   * @param regexes the expressions of the steps that have one
   * @param cacheKeys the cache keys of cached steps
   * @param fileKeys the cache keys for each file of a template, by the path of the file
   * @param checks the checks of the results of model steps
   * @param tools the tools of the steps that offer some
   * @param results the shapes of models' answers
   */
  public record Resolved(
      Map<String, PromptModel> prompts,
      Map<String, TemplateModel> templates,
      Map<String, RegexModel> regexes,
      Map<String, CacheKeyModel> cacheKeys,
      Map<String, Map<String, CacheKeyModel>> fileKeys,
      Map<String, List<ResolvedCheck>> checks,
      Map<String, List<ResolvedTool>> tools,
      Map<String, Shape> results) {}

  /** Resolves all steps of an agent. Parts with problems are reported and left out. */
  public static Resolved resolve(
      AgentModel agent, Types types, ResourceLookup resources, Diagnostics diagnostics) {
    Map<String, List<ResolvedCheck>> checks = CheckResolver.resolve(agent, types, diagnostics);
    Map<String, List<ResolvedTool>> tools = ToolResolver.resolve(agent, types, diagnostics);
    StepResolver resolver = new StepResolver(checks, tools, types, resources, diagnostics);
    agent.answered().stream().filter(StepModel::isAbstract).forEach(resolver::resolve);
    return new Resolved(
        resolver.prompts,
        resolver.templates,
        resolver.regexes,
        resolver.cacheKeys,
        resolver.fileKeys,
        checks,
        tools,
        resolver.results);
  }

  private void resolve(StepModel step) {
    if (step.prompt() != null) {
      new PromptResolver(step, types, diagnostics)
          .resolve(step.prompt())
          .ifPresent(prompt -> prompts.put(step.id(), prompt));
    }
    if (step.template() != null) {
      template(step, step.template());
    } else if (step.regex() != null) {
      new RegexResolver(step, types, diagnostics)
          .resolve(step.regex())
          .ifPresent(regex -> regexes.put(step.id(), regex));
    }
    if (step.model() != null && step.template() == null) {
      results.put(step.id(), types.shape(step.method().returnType()));
    }
    if (step.cache() != null) {
      cacheKey(step, step.cache());
    }
    unusedParameters(step);
  }

  /** Returns the values of a step that its tools take. */
  private List<Slot> bound(StepModel step) {
    return tools.getOrDefault(step.id(), List.of()).stream()
        .flatMap(tool -> tool.bound().stream())
        .toList();
  }

  private void template(StepModel step, TemplateRef ref) {
    if (step.regex() != null) {
      diagnostics.report(
          TEMPLATE_ALONE,
          step.regex().place(),
          "Step '%s' has @Template and @Regex.".formatted(step.name()),
          "Only a step with a prompt can be answered by an expression first.",
          "Take one of them away.");
      return;
    }
    new TemplateResolver(step, ref.path(), types, diagnostics, resources)
        .resolve()
        .ifPresent(template -> templates.put(step.id(), template));
  }

  private void fileKeys(StepModel step, CacheText cache, TemplateModel template) {
    List<File> open = template.files().stream().filter(File::isOpen).toList();
    PromptModel prompt = prompts.get(step.id());
    Shape answers = template.answers();
    CacheKeyResolver resolver = new CacheKeyResolver(step, bound(step), types, diagnostics);
    resolver
        .resolve(cache, template.shown(open, prompt))
        .ifPresent(
            key -> {
              Map<String, CacheKeyModel> keys = new LinkedHashMap<>();
              for (File file : open) {
                PromptModel shown = template.shown(List.of(file), prompt);
                keys.put(file.path(), resolver.narrowed(shown, key));
              }
              cacheKeys.put(step.id(), key);
              fileKeys.put(step.id(), keys);
              new PersonalValues(step, types, diagnostics).check(cache, key, answers);
            });
  }

  private void cacheKey(StepModel step, CacheText cache) {
    TemplateModel template = templates.get(step.id());
    if (template != null) {
      if (template.isOpen()) {
        fileKeys(step, cache, template);
      }
      return;
    }
    PromptModel prompt = prompts.get(step.id());
    Shape result = results.get(step.id());
    if (prompt != null && result != null) {
      new CacheKeyResolver(step, bound(step), types, diagnostics)
          .resolve(cache, prompt)
          .ifPresent(
              key -> {
                cacheKeys.put(step.id(), key);
                new PersonalValues(step, types, diagnostics).check(cache, key, result);
              });
    }
  }

  private void unusedParameters(StepModel step) {
    PromptModel prompt = prompts.get(step.id());
    RegexModel regex = regexes.get(step.id());
    TemplateModel template = templates.get(step.id());
    boolean incomplete =
        (step.prompt() != null && prompt == null)
            || (step.template() != null && template == null)
            || (step.regex() != null && regex == null);
    if (incomplete || (prompt == null && regex == null && template == null)) {
      return;
    }
    Set<String> used = new HashSet<>();
    if (prompt != null) {
      prompt.slots().forEach(slot -> used.add(slot.parameter()));
    }
    if (template != null) {
      template.choosers().forEach(slot -> used.add(slot.parameter()));
      template.files().forEach(file -> file.slots().forEach(slot -> used.add(slot.parameter())));
    }
    if (regex != null) {
      used.add(regex.on().parameter());
    }
    if (step.model() != null && (template == null || template.isOpen())) {
      step.method().parameters().stream()
          .filter(ParameterModel::isHistory)
          .forEach(history -> used.add(history.name()));
    }
    checks.getOrDefault(step.id(), List.of()).forEach(check -> used.addAll(check.names()));
    tools.getOrDefault(step.id(), List.of()).stream()
        .flatMap(offered -> offered.tool().method().parameters().stream())
        .map(ParameterModel::from)
        .filter(Objects::nonNull)
        .forEach(from -> used.add(from.text().split("\\.", -1)[0]));
    for (ParameterModel parameter : step.method().parameters()) {
      if (!used.contains(parameter.name())) {
        Advice advice = onUnused(parameter, step, template != null);
        diagnostics.report(
            UNUSED_PARAMETER,
            parameter.place(),
            "No slot of %s uses the parameter '%s'.".formatted(step.display(), parameter.name()),
            advice.why(),
            advice.fix());
      }
    }
  }

  private Advice onUnused(ParameterModel parameter, StepModel step, boolean hasTemplate) {
    if (parameter.isHistory()) {
      return new Advice(
          "Only a model continues a conversation, and this step asks none.",
          "Drop the parameter; for the order alone, use after.");
    }
    return ConversationSlots.onUnused(parameter, step, types)
        .orElseGet(
            () ->
                step.tool()
                    ? new Advice(
                        "Its model does not see the value, and its own tools do not take it.",
                        "Write {{%s}} where it belongs, or drop the parameter."
                            .formatted(parameter.name()))
                    : new Advice(
                        hasTemplate
                            ? "The step waits for a value that no file of its template shows."
                            : "The step waits for a value that it does not show to the model.",
                        "Write {{%s}} where it belongs, or drop the parameter; for the order alone, use after."
                            .formatted(parameter.name())));
  }
}
