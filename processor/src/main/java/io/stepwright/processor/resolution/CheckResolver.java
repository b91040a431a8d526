package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CHECK_ON_CODE;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_STEP;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Assigns checks to the steps whose results they judge. */
final class CheckResolver {

  private final AgentModel agent;
  private final Types types;
  private final Diagnostics diagnostics;

  private CheckResolver(AgentModel agent, Types types, Diagnostics diagnostics) {
    this.agent = agent;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the checks of each step, by the steps' ids, in the order of the source. */
  static Map<String, List<ResolvedCheck>> resolve(
      AgentModel agent, Types types, Diagnostics diagnostics) {
    CheckResolver resolver = new CheckResolver(agent, types, diagnostics);
    Map<String, List<ResolvedCheck>> resolved = new LinkedHashMap<>();
    for (CheckModel check : agent.checks()) {
      if (check.method().parameters().isEmpty()) {
        continue; // {@code CheckMethodRule} reports the check.
      }
      for (StepModel step : resolver.steps(check)) {
        new CheckParameters(check, step, types, diagnostics)
            .resolve()
            .ifPresent(
                one -> resolved.computeIfAbsent(step.id(), unseen -> new ArrayList<>()).add(one));
      }
    }
    return resolved;
  }

  /**
   * Returns the methods of the step that a check is for; empty if there is none, which is then
   * reported.
   */
  private List<StepModel> steps(CheckModel check) {
    return check.step() == null ? byType(check) : byName(check, check.step());
  }

  private List<StepModel> byName(CheckModel check, Named name) {
    List<StepModel> named =
        agent.steps().stream().filter(step -> step.name().equals(name.text())).toList();
    if (named.isEmpty()) {
      Set<String> known =
          agent.steps().stream()
              .filter(CheckResolver::isAsked)
              .map(StepModel::name)
              .collect(Collectors.toCollection(TreeSet::new));
      diagnostics.report(
          UNKNOWN_STEP,
          name.place(),
          "Check %s is for step '%s', which agent %s does not have."
              .formatted(check.method().display(), name.text(), agent.name()),
          known.isEmpty()
              ? "It has no step that a model answers."
              : "Its steps that a model answers are: %s.".formatted(String.join(", ", known)),
          agent.adviceOnPlainMethod(name.text()).orElse(Nearest.hint(name.text(), known).strip()));
      return List.of();
    }
    List<StepModel> asked = named.stream().filter(CheckResolver::isAsked).toList();
    if (asked.isEmpty()) {
      onCode(check, named.get(0), name.place());
    }
    return asked;
  }

  private List<StepModel> byType(CheckModel check) {
    TypeRef type = types.boxed(check.method().parameters().get(0).type());
    List<StepModel> fitting = agent.steps().stream().filter(step -> brings(step, type)).toList();
    List<StepModel> asked = fitting.stream().filter(CheckResolver::isAsked).toList();
    List<String> names = asked.stream().map(StepModel::name).distinct().toList();
    if (names.size() == 1) {
      return asked;
    }
    if (names.isEmpty() && !fitting.isEmpty()) {
      onCode(check, fitting.get(0), check.place());
      return List.of();
    }
    diagnostics.report(
        UNKNOWN_STEP,
        check.place(),
        names.isEmpty()
            ? "Check %s is for no step: none that a model answers returns %s."
                .formatted(check.method().display(), type.display())
            : "Check %s may be for several steps: %s return %s."
                .formatted(check.method().display(), String.join(", ", names), type.display()),
        "The first parameter of a check is the result of its step.",
        "Name the step: @Check(\"%s\").".formatted(names.isEmpty() ? "…" : names.get(0)));
    return List.of();
  }

  private boolean brings(StepModel step, TypeRef type) {
    return types.boxed(step.method().returnType()).equals(type)
        || types.boxed(step.returned().type()).equals(type);
  }

  private static boolean isAsked(StepModel step) {
    return step.isAbstract() && step.model() != null;
  }

  private void onCode(CheckModel check, StepModel step, Place place) {
    if (step.isAbstract() && !step.isRegexAlone() && !step.isTemplateAlone()) {
      return; // The step has no means of producing a value, which is reported elsewhere.
    }
    diagnostics.report(
        CHECK_ON_CODE,
        place,
        "Check %s is for step '%s', which %s."
            .formatted(
                check.method().display(),
                step.name(),
                step.isAbstract() ? "no model answers" : "has a body"),
        "There is no model that could be asked again.",
        step.isAbstract()
            ? "Add @Model and @Prompt to the step, or check its result in a code step."
            : "Check the result in the step's body.");
  }
}
