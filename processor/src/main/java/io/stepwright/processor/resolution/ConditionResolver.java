package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CONDITION;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Condition.Test;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.WhenText;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the conditions of a step in one entry point. */
final class ConditionResolver {

  private final Sources sources;
  private final Types types;
  private final Diagnostics diagnostics;
  private final StepModel step;

  ConditionResolver(Sources sources, Types types, Diagnostics diagnostics, StepModel step) {
    this.sources = sources;
    this.types = types;
    this.diagnostics = diagnostics;
    this.step = step;
  }

  /**
   * Returns the conditions, each before the conditions that depend on its narrowing. Conditions
   * with problems are reported and left out.
   */
  List<Condition> resolve() {
    List<Condition> conditions = new ArrayList<>();
    for (WhenText when : beginningsFirst(step.when())) {
      resolve(when, Narrowing.by(conditions)).ifPresent(conditions::add);
    }
    return conditions;
  }

  /**
   * Orders conditions as they are written, except that each comes before the conditions whose paths
   * extend its own.
   */
  static List<WhenText> beginningsFirst(List<WhenText> conditions) {
    List<WhenText> ordered = new ArrayList<>();
    for (WhenText when : conditions) {
      String beginning = path(when) + ".";
      int at = 0;
      while (at < ordered.size() && !path(ordered.get(at)).startsWith(beginning)) {
        at++;
      }
      ordered.add(at, when);
    }
    return ordered;
  }

  private static String path(WhenText when) {
    String text = when.path().text();
    return text.startsWith("!") ? text.substring(1) : text;
  }

  private Optional<Condition> resolve(WhenText when, Narrowing narrowing) {
    boolean negated = when.path().text().startsWith("!");
    String text = path(when);
    String root = text.split("\\.", -1)[0];
    boolean isItem =
        step.method().parameters().stream()
            .anyMatch(parameter -> parameter.each() != null && parameter.name().equals(root));
    if (isItem && sources.byName(root).isEmpty()) {
      report(
          when.path().place(),
          "'%s' is an item of the list that the step goes through.".formatted(root),
          "A condition lets the whole step run, or not.",
          "Filter the list in a code step, or return Optional.");
      return Optional.empty();
    }
    if (root.equals(step.name())) {
      report(
          when.path().place(),
          "the step cannot depend on its own value.",
          "",
          "Name an input or another step.");
      return Optional.empty();
    }
    return sources
        .path(
            text,
            narrowing,
            problem ->
                report(when.path().place(), problem.problem(), problem.known(), problem.hint()))
        .flatMap(
            path -> test(when, path).map(test -> new Condition(path, test, negated, when.place())));
  }

  private Optional<Test> test(WhenText when, ValuePath path) {
    Shape shape = types.shape(path.type());
    if (when.is().isEmpty()) {
      if (types.boxed(path.type()).isClass("java.lang.Boolean")) {
        return Optional.of(new Condition.IsTrue());
      }
      if (path.accessors().isEmpty() && path.root() instanceof StepValue value) {
        if (mayBeAbsent(value)) {
          return Optional.of(new Condition.IsPresent());
        }
        report(
            when.path().place(),
            "step '%s' is of type %s and always there."
                .formatted(path.text(), path.type().display()),
            "Without 'is', a condition is a boolean, or a step that may be absent.",
            "Write is = \"…\", or a code step that returns boolean.");
        return Optional.empty();
      }
      if (shape instanceof Shape.Maybe) {
        return Optional.of(new Condition.IsPresent());
      }
      report(
          when.path().place(),
          "'%s' is of type %s.".formatted(path.text(), path.type().display()),
          "Without 'is', a condition is a boolean, or a step that may be absent.",
          "Write is = \"…\", or a code step that returns boolean.");
      return Optional.empty();
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      List<String> all = enumeration.constants().stream().map(Shape.Constant::name).toList();
      if (!types.accessible(path.type())) {
        return inaccessible(when, path, path.type());
      }
      return known(when, path, all)
          ? Optional.of(new Condition.IsConstant(texts(when), all))
          : Optional.empty();
    }
    if (shape instanceof Shape.Choice choice) {
      return type(when, path, choice);
    }
    if (path.type().isClass("java.lang.String")) {
      return Optional.of(new Condition.IsText(texts(when)));
    }
    report(
        when.path().place(),
        "'%s' is of type %s, which 'is' cannot compare."
            .formatted(path.text(), path.type().display()),
        shape instanceof Shape.Opaque opaque && !opaque.reason().isEmpty()
            ? "It compares the records of a sealed interface, but " + opaque.reason() + "."
            : "It compares enums, strings and the records of a sealed interface.",
        "Write a code step that returns boolean.");
    return Optional.empty();
  }

  private Optional<Test> type(WhenText when, ValuePath path, Shape.Choice choice) {
    List<TypeRef> all = choice.choices().stream().map(each -> each.type()).toList();
    if (!known(when, path, choice.names())) {
      return Optional.empty();
    }
    List<TypeRef> chosen = new ArrayList<>();
    for (String name : texts(when)) {
      choice.choices().stream()
          .filter(each -> choice.nameOf(each).equals(name))
          .forEach(each -> chosen.add(each.type()));
    }
    for (TypeRef type : chosen) {
      if (!types.accessible(type)) {
        return inaccessible(when, path, type);
      }
    }
    return Optional.of(new Condition.IsType(chosen, all));
  }

  private Optional<Test> inaccessible(WhenText when, ValuePath path, TypeRef type) {
    report(
        when.path().place(),
        "'%s' is compared with %s, which the generated class cannot name."
            .formatted(path.text(), type.display()),
        "It is private, or belongs to another package.",
        "Make the type at least package-private, in the agent's package.");
    return Optional.empty();
  }

  private boolean known(WhenText when, ValuePath path, List<String> all) {
    boolean complete = true;
    for (Named name : when.is()) {
      if (!all.contains(name.text())) {
        complete = false;
        report(
            name.place(),
            "%s has no '%s'.".formatted(path.type().display(), name.text()),
            all.isEmpty() ? "It has none." : "It has: " + String.join(", ", all) + ".",
            Nearest.hint(name.text(), all).strip());
      }
    }
    return complete;
  }

  private static List<String> texts(WhenText when) {
    return when.is().stream().map(Named::text).distinct().toList();
  }

  /** Returns whether the step, or a step that it requires, is optional or has a condition. */
  private boolean mayBeAbsent(StepValue value) {
    return sources.branches(value.name()).stream()
            .anyMatch(branch -> branch.value().optional() || !branch.when().isEmpty())
        || new MaybeAbsent(sources).is(value.name());
  }

  private void report(Place place, String problem, String known, String hint) {
    diagnostics.report(
        CONDITION,
        place,
        "The condition of step '%s': %s".formatted(step.name(), problem),
        known,
        hint);
  }
}
