package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_TEMPLATE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_RESOURCE;
import static io.stepwright.processor.diagnostics.DiagnosticId.TEMPLATE_CHOICE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateModel.ByConstant;
import io.stepwright.processor.model.TemplateModel.ByFlag;
import io.stepwright.processor.model.TemplateModel.Choice;
import io.stepwright.processor.model.TemplateModel.Chosen;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.PathResolver.Resolved;
import io.stepwright.processor.resolution.PathResolver.Unresolved;
import io.stepwright.processor.resources.ResourceFiles.Found;
import io.stepwright.processor.resources.ResourceLookup;
import io.stepwright.processor.resources.ResourceProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a template: the values that choose its file, the files, and the values that are made of
 * them.
 */
final class TemplateResolver {

  private static final int MOST_FILES = 1_000;

  private final StepModel step;
  private final Named template;
  private final Types types;
  private final Diagnostics diagnostics;
  private final ResourceLookup resources;
  private final TemplateFiles files;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final Map<String, Optional<File>> read = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> problems = new HashSet<>();
  private String near = "";

  TemplateResolver(
      StepModel step,
      Named template,
      Types types,
      Diagnostics diagnostics,
      ResourceLookup resources) {
    this.step = step;
    this.template = template;
    this.types = types;
    this.diagnostics = diagnostics;
    this.resources = resources;
    this.files = new TemplateFiles(step, template, types, diagnostics);
  }

  /** Returns the template; empty if there is a problem, which is then reported. */
  Optional<TemplateModel> resolve() {
    Optional<TemplatePath> path = TemplatePath.parse(template.text());
    if (path.isEmpty()) {
      diagnostics.report(
          BAD_TEMPLATE,
          template.place(),
          "'%s' is no path of a template for step '%s'.".formatted(template.text(), step.name()),
          "Write the path of a file, or one with {parameter} for the name of an enum's constant:"
              + " @Template(\"welcome/{intent}.json\").");
      return Optional.empty();
    }
    List<Slot> choosers = new ArrayList<>();
    path.get().braces().forEach(brace -> chooser(brace).ifPresent(choosers::add));
    if (choosers.size() < path.get().braces().size() || tooMany(choosers)) {
      return Optional.empty();
    }
    Choice choice = choice(path.get(), choosers, List.of(), true);
    reportMissing();
    if (choice == null
        || !missing.isEmpty()
        || read.values().stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateModel(
            template.text(), choice, read.values().stream().flatMap(Optional::stream).toList()));
  }

  private Optional<Slot> chooser(String path) {
    PathResolver.Outcome outcome = new PathResolver(step.method(), types).resolve(path);
    if (outcome instanceof Unresolved unresolved) {
      choiceProblem(path, unresolved.problem(), unresolved.known(), unresolved.hint());
      return Optional.empty();
    }
    Slot slot = ((Resolved) outcome).slot();
    if (slot.shape() instanceof Shape.Enumeration || slot.shape() instanceof Shape.Bool) {
      return Optional.of(slot);
    }
    choiceProblem(
        path,
        "it is of type %s.".formatted(slot.shape().type().display()),
        "Only an enum or a boolean, which is always there, names a file.",
        "Decide in a code step.");
    return Optional.empty();
  }

  private void choiceProblem(String path, String problem, String... more) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The value that selects the template of step '%s', {%s}: %s"
            .formatted(step.name(), path, problem));
    sentences.addAll(List.of(more));
    diagnostics.report(TEMPLATE_CHOICE, template.place(), sentences.toArray(String[]::new));
  }

  private boolean tooMany(List<Slot> choosers) {
    long number = 1;
    for (Slot chooser : choosers) {
      number = Math.min(MOST_FILES + 1, number * values(chooser).size());
    }
    if (number > MOST_FILES) {
      choiceProblem(
          choosers.get(choosers.size() - 1).path(),
          String.format(Locale.ROOT, "there would be more than %d files.", MOST_FILES),
          "Choose by fewer values.");
    }
    return number > MOST_FILES;
  }

  private static List<String> values(Slot chooser) {
    return chooser.shape() instanceof Shape.Enumeration enumeration
        ? enumeration.constants().stream().map(Shape.Constant::name).toList()
        : List.of("true", "false");
  }

  /**
   * Returns the rule that chooses a file when some of the values are known.
   *
   * @param required true if it is an error that there is no file
   * @return null if there is no file
   */
  private @Nullable Choice choice(
      TemplatePath path, List<Slot> choosers, List<String> known, boolean required) {
    if (known.size() == choosers.size()) {
      return chosen(path, known, required);
    }
    Slot chooser = choosers.get(known.size());
    Map<String, Choice> cases = new LinkedHashMap<>();
    for (String value : values(chooser)) {
      Choice choice = choice(path, choosers, TemplatePath.with(known, value), required);
      if (choice != null) {
        cases.put(value, choice);
      }
    }
    if (chooser.shape() instanceof Shape.Bool) {
      Choice yes = cases.get("true");
      Choice no = cases.get("false");
      return yes == null || no == null ? null : new ByFlag(chooser, yes, no);
    }
    Choice otherwise =
        choice(path, choosers, TemplatePath.with(known, TemplatePath.DEFAULT), false);
    cases.values().removeIf(each -> each.equals(otherwise));
    return cases.isEmpty() && otherwise == null ? null : new ByConstant(chooser, cases, otherwise);
  }

  private @Nullable Choice chosen(TemplatePath path, List<String> values, boolean required) {
    List<String> places = new ArrayList<>();
    for (List<String> candidate : TemplatePath.candidates(values)) {
      String file = path.file(candidate);
      Found looked = found.computeIfAbsent(file, resources::find);
      String text = looked.text();
      if (text != null) {
        return read.computeIfAbsent(file, name -> files.file(name, candidate, text))
            .map(Chosen::new)
            .orElse(null);
      }
      ResourceProblem problem = looked.problem();
      if (problem != null && (required || problem.id() != MISSING_RESOURCE)) {
        problem(file, problem);
        return null;
      }
      places.addAll(looked.tried());
    }
    if (required) {
      if (missing.isEmpty()) {
        tried.addAll(places); // The other files were searched for in the same folders.
        near = hint(path.file(values), values.isEmpty());
      }
      missing.add(String.join("/", values));
    }
    return null;
  }

  /**
   * Returns a hint at the file that may be meant. If values choose the file, the hint is given only
   * if the path begins with surplus folders, a mistake that all files share.
   */
  private String hint(String file, boolean single) {
    Found looked = found.get(file);
    if (looked == null) {
      return "";
    }
    String near = looked.near();
    return near != null && (single || file.endsWith(near)) ? looked.hint() : "";
  }

  /** Reports a file that exists but cannot be used; no default file replaces it. */
  private void problem(String file, ResourceProblem problem) {
    read.put(file, Optional.empty());
    if (!problems.add(problem.problem())) {
      return; // All files of a template may share a problem of their paths.
    }
    diagnostics.report(
        problem.id(),
        template.place(),
        "The file '%s', which the template of step '%s' names, %s"
            .formatted(file, step.name(), problem.problem()),
        problem.fix());
  }

  private void reportMissing() {
    if (missing.isEmpty()) {
      return;
    }
    boolean chosen = !missing.get(0).isEmpty();
    diagnostics.report(
        MISSING_RESOURCE,
        template.place(),
        chosen
            ? "The template '%s' of step '%s' has no file for %s."
                .formatted(template.text(), step.name(), String.join(", ", missing))
            : "There is no file '%s', which the template of step '%s' names."
                .formatted(template.text(), step.name()),
        "%s was looked for in: %s."
            .formatted(chosen ? "That of " + missing.get(0) : "It", String.join("; ", tried)),
        near,
        chosen
            ? "Add the files, each named exactly like its constant, or one named 'default' for all"
                + " others."
            : "Paths begin at the root of the resources. Or set -Astepwright.resources to their"
                + " folder.");
  }
}
