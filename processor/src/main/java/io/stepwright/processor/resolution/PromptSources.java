package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.EMPTY_PROMPT;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_RESOURCE;
import static io.stepwright.processor.diagnostics.DiagnosticId.PROMPT_MARKER;
import static io.stepwright.processor.diagnostics.DiagnosticId.PROMPT_SOURCE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.PromptFile;
import io.stepwright.processor.model.StepModel.PromptText;
import io.stepwright.processor.resolution.PromptMarkers.Parting;
import io.stepwright.processor.resolution.PromptMarkers.Parts;
import io.stepwright.processor.resolution.PromptMarkers.Wrong;
import io.stepwright.processor.resolution.PromptSource.InFile;
import io.stepwright.processor.resources.ResourceProblem;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the messages of a prompt: in the annotation, or in the file that it names. */
final class PromptSources {

  private final StepModel step;
  private final Diagnostics diagnostics;

  PromptSources(StepModel step, Diagnostics diagnostics) {
    this.step = step;
    this.diagnostics = diagnostics;
  }

  /**
   * The messages of a prompt.
   *
   * @param system the system message, or null
   * @param user the user message
   */
  record Messages(@Nullable PromptSource system, PromptSource user) {}

  /** Returns the messages; empty if there are none, which is then reported. */
  Optional<Messages> of(PromptText prompt) {
    PromptFile file = prompt.file();
    if (file != null && prompt.value() != null) {
      diagnostics.report(
          PROMPT_SOURCE,
          file.path().place(),
          "The prompt of %s stands in the annotation and in the file '%s'."
              .formatted(step.display(), file.path().text()),
          "Keep one of them.");
      return Optional.empty();
    }
    Optional<Messages> messages = file == null ? inline(prompt) : ofFile(file, prompt.system());
    messages
        .filter(found -> found.user().text().isBlank() && !hasSentence(prompt))
        .ifPresent(
            found ->
                diagnostics.report(
                    EMPTY_PROMPT,
                    found.user().place(),
                    "%s asks nothing: its prompt is empty.".formatted(step.title()),
                    "Write what the model is to do: @Prompt(\"… {{input}} …\")."));
    return messages;
  }

  /**
   * Returns whether a default sentence asks the model, so that the user message may be empty. Steps
   * with a template have one.
   */
  private boolean hasSentence(PromptText prompt) {
    return step.template() != null && prompt.system() != null && prompt.file() == null;
  }

  private static Optional<Messages> inline(PromptText prompt) {
    PromptSource user =
        prompt.value() == null
            ? new PromptSource("", prompt.place(), null)
            : source(prompt.value());
    PromptSource system = prompt.system() == null ? null : source(prompt.system());
    return Optional.of(new Messages(system, user));
  }

  private Optional<Messages> ofFile(PromptFile file, @Nullable Named system) {
    String whole = file.found().text();
    if (whole == null) {
      missing(file);
      return Optional.empty();
    }
    Parting parting = PromptMarkers.part(whole);
    if (parting instanceof Wrong wrong) {
      misplaced(file, whole, wrong);
      return Optional.empty();
    }
    if (!(parting instanceof Parts parts)) {
      PromptSource inAnnotation = system == null ? null : source(system);
      return Optional.of(new Messages(inAnnotation, part(file, whole, 0, whole.length())));
    }
    if (system != null) {
      diagnostics.report(
          PROMPT_SOURCE,
          system.place(),
          "The system message of %s stands in the annotation and in the file '%s'."
              .formatted(step.display(), file.path().text()),
          "Keep one of them.");
    }
    return Optional.of(
        new Messages(
            part(file, whole, parts.systemStart(), parts.systemEnd()),
            part(file, whole, parts.userStart(), whole.length())));
  }

  private void missing(PromptFile file) {
    ResourceProblem problem = file.found().problem();
    if (problem != null) {
      diagnostics.report(
          problem.id(),
          file.path().place(),
          "The file '%s', which the prompt of %s names, %s"
              .formatted(file.path().text(), step.display(), problem.problem()),
          problem.fix());
      return;
    }
    diagnostics.report(
        MISSING_RESOURCE,
        file.path().place(),
        "There is no file '%s', which the prompt of %s names."
            .formatted(file.path().text(), step.display()),
        "It was looked for in: " + String.join("; ", file.found().tried()) + ".",
        file.found().hint(),
        "Paths begin at the root of the resources. Or set -Astepwright.resources to their folder.");
  }

  private void misplaced(PromptFile file, String whole, Wrong wrong) {
    PromptSource source = part(file, whole, 0, whole.length());
    int offset = wrong.offset() - Objects.requireNonNull(source.file()).start();
    diagnostics.report(
        PROMPT_MARKER,
        file.path().place(),
        "In the prompt of %s, %s, the line '%s' %s."
            .formatted(step.display(), source.where(offset), wrong.line(), wrong.reason()),
        "A file with both messages begins with a line '--- system ---', and has a line"
            + " '--- user ---' before the user message.",
        "A line that is text has to look otherwise: put a sign before it, such as '>'.",
        source.excerpt(offset));
  }

  /** Returns a part of a file without surrounding white space. */
  private static PromptSource part(PromptFile file, String whole, int start, int end) {
    String text = whole.substring(start, end);
    int leading = text.length() - text.stripLeading().length();
    return new PromptSource(
        text.strip(), file.path().place(), new InFile(file.path().text(), whole, start + leading));
  }

  private static PromptSource source(Named text) {
    return new PromptSource(text.text(), text.place(), null);
  }
}
