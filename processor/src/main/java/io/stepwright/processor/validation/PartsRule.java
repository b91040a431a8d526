package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOO_MANY_VALUES;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.PartCount;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.ToolLists;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits prompts and templates, which become code of a class. A class has at most 65,535 constants,
 * and each method as many bytes.
 */
final class PartsRule {

  private static final int MOST_PARTS_OF_FILE = 2_000;
  private static final int MOST_PLACES_OF_ANSWER = 250;
  private static final int MOST_CONSTANTS = 60_000;

  /** Constants that a step or an entry point takes, measured with javac. */
  private static final int CONSTANTS_OF_STEP = 25;

  /** Constants that a slot takes: the text, and the names and type of the accessor. */
  private static final int CONSTANTS_OF_PART = 4;

  private PartsRule() {}

  static void check(
      AgentModel agent,
      Map<String, PromptModel> prompts,
      Map<String, TemplateModel> templates,
      Diagnostics diagnostics) {
    int constants =
        CONSTANTS_OF_STEP
            * (agent.steps().size() + agent.tools().size() + agent.entryPoints().size());
    boolean told = false;
    for (StepModel step : agent.answered()) {
      PromptModel prompt = prompts.get(step.id());
      TemplateModel template = templates.get(step.id());
      told |= template != null && isTooLarge(step, template, diagnostics);
      constants += CONSTANTS_OF_PART * parts(prompt, template) + ofTools(step, agent);
      if (constants > MOST_CONSTANTS && !told) {
        told = true;
        report(
            step.method().place(),
            "With %s, the prompts, templates and lists of tools of agent %s have too many parts."
                .formatted(step.display(), agent.name()),
            diagnostics);
      }
    }
  }

  /** Returns the constants of the cases of a step, one for each tool that it offers. */
  private static int ofTools(StepModel step, AgentModel agent) {
    return ToolLists.of(step, agent).stream()
        .mapToInt(tool -> CONSTANTS_OF_PART * (2 + 2 * tool.method().parameters().size()))
        .sum();
  }

  private static int parts(@Nullable PromptModel prompt, @Nullable TemplateModel template) {
    int ofTemplate = template == null ? 0 : template.files().stream().mapToInt(PartCount::of).sum();
    return ofTemplate + (prompt == null ? 0 : PartCount.of(prompt));
  }

  private static boolean isTooLarge(
      StepModel step, TemplateModel template, Diagnostics diagnostics) {
    boolean tooLarge = false;
    for (TemplateModel.File file : template.files()) {
      int parts = PartCount.of(file);
      if (step.template() != null && parts > MOST_PARTS_OF_FILE) {
        tooLarge = true;
        report(
            step.template().place(),
            String.format(
                Locale.ROOT,
                "The file '%s' of step '%s' has %d values, texts and slots, and %d are allowed.",
                file.path(),
                step.name(),
                parts,
                MOST_PARTS_OF_FILE),
            diagnostics);
      }
      if (step.template() != null && PartCount.placesOfAnswer(file) > MOST_PLACES_OF_ANSWER) {
        tooLarge = true;
        report(
            step.template().place(),
            String.format(
                Locale.ROOT,
                "The file '%s' of step '%s' leaves %d values to a model, and %d are allowed.",
                file.path(),
                step.name(),
                file.openSlots().size(),
                MOST_PLACES_OF_ANSWER),
            diagnostics);
      }
    }
    return tooLarge;
  }

  private static void report(Place place, String what, Diagnostics diagnostics) {
    diagnostics.report(
        TOO_MANY_VALUES,
        place,
        what,
        "A class has no room for more.",
        "Hand them in as a list or as one text.");
  }
}
