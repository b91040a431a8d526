package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_REGEX;
import static io.stepwright.processor.diagnostics.DiagnosticId.REGEX_GROUP;
import static io.stepwright.processor.diagnostics.DiagnosticId.REGEX_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.REGEX_SIZE;
import static io.stepwright.processor.diagnostics.DiagnosticId.REGEX_TEXT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOO_MANY_VALUES;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.RegexModel.Kind;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.RegexText;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.PathResolver.Resolved;
import io.stepwright.processor.resolution.PathResolver.Unresolved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves the regular expression of a step: its syntax, the text that it searches, and the values
 * that its groups become.
 */
public final class RegexResolver {

  /** Limit of instructions. The time to search a text is proportional to their number. */
  private static final int MOST_INSTRUCTIONS = 10_000;

  /**
   * Limit of nested groups. RE2/J recurses into groups, also at run time on stacks of unknown size.
   */
  private static final int DEEPEST = 250;

  private final StepModel step;
  private final Types types;
  private final Diagnostics diagnostics;

  /** Types of text that a group can become. Values of other text types have too many notations. */
  private static final Set<String> TEXTS = Set.of("String", "char", "Character", "LocalDate");

  /** Creates a resolver for one step. */
  public RegexResolver(StepModel step, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the expression; empty if there is a problem, which is then reported. */
  public Optional<RegexModel> resolve(RegexText regex) {
    Optional<Pattern> pattern = compile(regex.pattern());
    Optional<Slot> on = text(regex);
    Shape whole = types.shape(step.method().returnType());
    Kind kind = kind(whole);
    Shape result =
        whole instanceof Shape.Sequence sequence
            ? sequence.element()
            : whole instanceof Shape.Maybe maybe ? maybe.value() : whole;
    if (!fits(whole, result) || pattern.isEmpty() || on.isEmpty()) {
      return Optional.empty();
    }
    return groupsExist(pattern.get(), result, regex)
        ? Optional.of(new RegexModel(regex.pattern().text(), on.get(), result, kind))
        : Optional.empty();
  }

  private Optional<Pattern> compile(Named pattern) {
    RegexCost.Cost cost = RegexCost.of(pattern.text());
    if (cost.depth() > DEEPEST) {
      tooLarge(pattern, String.format(Locale.ROOT, "has groups in groups, %d deep", cost.depth()));
      return Optional.empty();
    }
    // The count is too high if alternatives share a prefix, so the limit is doubled here.
    if (cost.instructions() > 2 * MOST_INSTRUCTIONS) {
      tooLarge(
          pattern,
          String.format(Locale.ROOT, "needs more than %d instructions", MOST_INSTRUCTIONS));
      return Optional.empty();
    }
    try {
      Pattern compiled = Pattern.compile(pattern.text());
      if (compiled.programSize() > MOST_INSTRUCTIONS) {
        tooLarge(
            pattern,
            String.format(Locale.ROOT, "needs more than %d instructions", MOST_INSTRUCTIONS));
        return Optional.empty();
      }
      return Optional.of(compiled);
    } catch (PatternSyntaxException e) {
      diagnostics.report(
          BAD_REGEX,
          pattern.place(),
          "The expression of step '%s' is not a regular expression of RE2: %s: '%s'."
              .formatted(step.name(), e.getDescription(), e.getPattern()),
          "RE2 has no look-around, no back-references and no possessive repetitions, so that it never"
              + " needs more than linear time.",
          "Rewrite the expression.");
      return Optional.empty();
    }
  }

  private void tooLarge(Named pattern, String what) {
    diagnostics.report(
        REGEX_SIZE,
        pattern.place(),
        "The expression of step '%s' %s.".formatted(step.name(), what),
        String.format(
                Locale.ROOT,
                "A repetition such as {1,1000} is written out, and those in each other multiply. At most %d",
                MOST_INSTRUCTIONS)
            + String.format(Locale.ROOT, " instructions and groups %d deep are allowed.", DEEPEST),
        "Repeat with * or +, or check the number in a code step.");
  }

  private Optional<Slot> text(RegexText regex) {
    Named on = regex.on();
    if (on != null) {
      return named(on);
    }
    for (ParameterModel parameter : step.method().parameters()) {
      if (types.shape(parameter.type()) instanceof Shape.Large large) {
        diagnostics.report(
            TOO_MANY_VALUES,
            parameter.place(),
            "Step '%s' could search too many values: the type %s has many thousands of parts."
                .formatted(step.name(), large.type().display()),
            "Name the text to search: @Regex(value = \"…\", on = \"%s.…\")."
                .formatted(parameter.name()));
        return Optional.empty();
      }
    }
    List<String> texts =
        step.method().parameters().stream()
            .flatMap(parameter -> texts(parameter).stream())
            .toList();
    if (texts.size() == 1) {
      return new PathResolver(step.method(), types).resolve(texts.get(0))
              instanceof Resolved resolved
          ? Optional.of(resolved.slot())
          : Optional.empty();
    }
    diagnostics.report(
        REGEX_TEXT,
        regex.place(),
        texts.isEmpty()
            ? "Step '%s' has no text to search.".formatted(step.name())
            : "Step '%s' has several texts to search: %s."
                .formatted(step.name(), String.join(", ", texts)),
        "Name the intended one: @Regex(value = \"…\", on = \"%s\")."
            .formatted(texts.isEmpty() ? "…" : texts.get(0)));
    return Optional.empty();
  }

  private List<String> texts(ParameterModel parameter) {
    return ShapeWalk.of(types.shape(parameter.type()), parameter.name()).stream()
        .filter(visit -> visit.shape().type().isClass("java.lang.String"))
        .map(ShapeWalk.Visit::path)
        .filter(path -> !path.contains("[") && !path.contains("("))
        .toList();
  }

  private Optional<Slot> named(Named on) {
    PathResolver.Outcome outcome = new PathResolver(step.method(), types).resolve(on.text());
    if (outcome instanceof Unresolved unresolved) {
      diagnostics.report(
          REGEX_TEXT,
          on.place(),
          "The text of step '%s': %s".formatted(step.name(), unresolved.problem()),
          unresolved.known(),
          unresolved.hint());
      return Optional.empty();
    }
    Slot slot = ((Resolved) outcome).slot();
    if (!slot.shape().type().isClass("java.lang.String")) {
      diagnostics.report(
          REGEX_TEXT,
          on.place(),
          "The text of step '%s', %s, is of type %s."
              .formatted(step.name(), slot.path(), slot.shape().type().display()),
          "Only a String can be searched.",
          "Name a String.");
      return Optional.empty();
    }
    return Optional.of(slot);
  }

  private static Kind kind(Shape whole) {
    if (whole instanceof Shape.Sequence) {
      return Kind.ALL;
    }
    return whole instanceof Shape.Bool ? Kind.FOUND : Kind.FIRST;
  }

  private boolean fits(Shape whole, Shape result) {
    boolean alone = step.model() == null;
    boolean mayFail =
        whole instanceof Shape.Maybe
            || whole instanceof Shape.Sequence
            || whole instanceof Shape.Bool;
    if (alone && !mayFail) {
      diagnostics.report(
          REGEX_RESULT,
          step.method().place(),
          "Step '%s' returns %s, but its expression may not be found."
              .formatted(step.name(), whole.type().display()),
          "Return Optional<%s>, List<%s> or boolean, or add @Model and @Prompt for what is not found."
              .formatted(whole.type().display(), whole.type().display()));
      return false;
    }
    if (!alone && (mayFail || step.returned().optional())) {
      diagnostics.report(
          REGEX_RESULT,
          step.method().place(),
          "Step '%s' asks a model when its expression is not found, but returns %s."
              .formatted(step.name(), whole.type().display()),
          "A missing match could not be distinguished from an empty or false result.",
          "Return the value's own type, or take @Model and @Prompt away.");
      return false;
    }
    boolean supported =
        result instanceof Shape.Structure structure
            ? structure.components().stream().allMatch(part -> isScalar(part.shape()))
            : isScalar(result);
    if (!supported) {
      diagnostics.report(
          REGEX_RESULT,
          step.method().place(),
          "Step '%s' returns %s, which cannot be made of a match."
              .formatted(step.name(), whole.type().display()),
          "A match becomes a String, a number, a date, an enum constant, or a record of those.",
          "Return one of these, in an Optional or a List if there is no model.");
    }
    return supported;
  }

  private static boolean isScalar(Shape shape) {
    if (shape instanceof Shape.Maybe maybe) {
      return isScalar(maybe.value());
    }
    if (shape instanceof Shape.Text) {
      return TEXTS.contains(shape.type().display());
    }
    return shape.isScalar() && !shape.type().isClass("java.math.BigInteger");
  }

  private boolean groupsExist(Pattern pattern, Shape result, RegexText regex) {
    if (!(result instanceof Shape.Structure structure)) {
      return true;
    }
    Set<String> groups = pattern.namedGroups().keySet();
    boolean complete = true;
    for (Shape.Component component : structure.components()) {
      if (!groups.contains(component.name())) {
        complete = false;
        diagnostics.report(
            REGEX_GROUP,
            regex.pattern().place(),
            "The expression of step '%s' has no group '%s', which %s needs."
                .formatted(step.name(), component.name(), structure.type().display()),
            groups.isEmpty()
                ? "It has no named group."
                : "Its groups are: " + String.join(", ", groups.stream().sorted().toList()) + ".",
            Nearest.hint(component.name(), groups).strip(),
            "Write (?P<%s>…) where it belongs.".formatted(component.name()));
      }
    }
    return complete;
  }
}
