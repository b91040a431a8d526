package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_TEMPLATE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_MODEL;
import static io.stepwright.processor.diagnostics.DiagnosticId.SCHEMA_LIMIT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TEMPLATE_SLOT;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_MODEL;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.TemplateRef;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Optional;

/** Requires a model for a template with open slots, and forbids it for other templates. */
final class TemplateRule {

  private TemplateRule() {}

  static void check(
      StepModel step,
      TemplateRef ref,
      TemplateModel template,
      Types types,
      Diagnostics diagnostics) {
    if (!template.isOpen()) {
      unused(step, ref, diagnostics);
      return;
    }
    if (step.model() == null) {
      OpenSlot first =
          template.files().stream()
              .flatMap(file -> file.openSlots().stream())
              .findFirst()
              .orElseThrow();
      diagnostics.report(
          MISSING_MODEL,
          ref.place(),
          "The template of step '%s' has an open slot, %s, but no @Model says who writes it."
              .formatted(step.name(), first.where()),
          "Add @Model(\"…\").");
    }
    template.files().stream()
        .flatMap(file -> file.openSlots().stream())
        .forEach(slot -> slot(step, ref.path().place(), slot, types, diagnostics));
  }

  private static void unused(StepModel step, TemplateRef ref, Diagnostics diagnostics) {
    Place place =
        step.model() != null
            ? step.model().place()
            : step.prompt() != null ? step.prompt().place() : null;
    if (place != null) {
      diagnostics.report(
          UNUSED_MODEL,
          place,
          "Step '%s' has %s, but no file of its template '%s' has an open slot."
              .formatted(
                  step.name(), step.model() != null ? "@Model" : "@Prompt", ref.path().text()),
          "Nothing is left for a model to write.",
          "Take it away, or write {{write: what}} where the model's text belongs.");
    }
    if (step.cache() != null) {
      diagnostics.report(
          CACHED_TEMPLATE,
          step.cache().place(),
          "Step '%s' is filled by code alone and is cached.".formatted(step.name()),
          "Filling it again costs less than looking up.",
          "Take @Cached away.");
    }
  }

  private static void slot(
      StepModel step, Place place, OpenSlot slot, Types types, Diagnostics diagnostics) {
    List<Visit> visits = ShapeWalk.of(slot.shape(), slot.name());
    Optional<String> recursive =
        visits.stream()
            .filter(visit -> visit.shape() instanceof Shape.Recursive)
            .map(visit -> "'%s' contains itself".formatted(visit.path()))
            .findFirst();
    recursive
        .or(
            () ->
                visits.stream()
                    .flatMap(visit -> ModelResultRule.problem(visit).stream())
                    .findFirst())
        .or(() -> ShapeAccess.toMake(slot.shape(), slot.name(), types))
        .ifPresent(
            problem ->
                diagnostics.report(
                    TEMPLATE_SLOT,
                    place,
                    "The open slot of step '%s' at %s stands for what a model cannot answer: %s."
                        .formatted(step.name(), slot.where(), problem),
                    "Fill it with a slot that code fills, or write out the object around it."));
    SchemaLimitRule.exceeded(visits)
        .ifPresent(
            what ->
                diagnostics.report(
                    SCHEMA_LIMIT,
                    place,
                    "The JSON Schema of the open slot of step '%s' at %s is too large: %s."
                        .formatted(step.name(), slot.where(), what),
                    "Servers refuse such schemas.",
                    "Leave less to the model."));
  }
}
