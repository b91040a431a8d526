package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.RECURSIVE_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNSUPPORTED_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Requires the answer of a model to have a type that a strict JSON Schema can describe. */
final class ModelResultRule implements AgentRule {

  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String",
          "java.lang.Character",
          "java.util.UUID",
          "java.util.Currency",
          "java.util.Locale",
          "java.net.URI",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.Instant",
          "java.time.Duration");

  /** Limit of listed problems. Further ones rarely have another cause. */
  private static final int MOST_TOLD = 20;

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.model() != null
          && step.template() == null
          && step.isAbstract()
          && !step.returned().none()
          && !step.returned().future()) {
        check(step, types, diagnostics);
      }
    }
  }

  private static void check(StepModel step, Types types, Diagnostics diagnostics) {
    Shape shape = types.shape(step.returned().type());
    List<Visit> visits = ShapeWalk.of(shape, shape.type().display());
    visits.stream()
        .filter(visit -> visit.shape() instanceof Shape.Recursive)
        .findFirst()
        .ifPresent(
            visit ->
                diagnostics.report(
                    RECURSIVE_RESULT,
                    step.method().place(),
                    "%s returns a record that contains itself, at %s."
                        .formatted(step.title(), visit.path()),
                    "A strict JSON Schema has no end there.",
                    "Return a record without recursion."));
    List<String> problems =
        visits.stream().flatMap(visit -> problem(visit).stream()).distinct().toList();
    if (!problems.isEmpty()) {
      diagnostics.report(
          UNSUPPORTED_RESULT,
          step.method().place(),
          "%s returns what a model cannot answer: %s.".formatted(step.title(), listed(problems)),
          "Models answer String, primitives and their boxes, enums, BigDecimal, LocalDate,"
              + " LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, UUID, URI, Currency,"
              + " Locale, records, sealed interfaces of records, and List, Set, Optional and arrays"
              + " of those.",
          "Use one of these, and convert it in a code step.");
    }
  }

  /** Returns the parts of a value that cannot be read from JSON, for messages. */
  static List<String> unreadable(Shape shape) {
    return ShapeWalk.of(shape, shape.type().display()).stream()
        .flatMap(
            visit ->
                visit.shape() instanceof Shape.Recursive
                    ? Stream.of("'%s' contains itself".formatted(visit.path()))
                    : problem(visit).stream())
        .distinct()
        .limit(MOST_TOLD)
        .toList();
  }

  private static String listed(List<String> problems) {
    String told = String.join("; ", problems.subList(0, Math.min(MOST_TOLD, problems.size())));
    return problems.size() > MOST_TOLD
        ? String.format(Locale.ROOT, "%s; and %d more", told, problems.size() - MOST_TOLD)
        : told;
  }

  static Optional<String> problem(Visit visit) {
    Shape shape = visit.shape();
    String path = visit.path();
    if (shape instanceof Shape.Structure structure && structure.components().isEmpty()) {
      return visit.path().endsWith(")")
          // The name of the record alone tells it from the other records of the sealed interface.
          ? Optional.empty()
          : Optional.of("'%s' has no components".formatted(path));
    }
    if (shape instanceof Shape.Enumeration enumeration && enumeration.answers().isEmpty()) {
      return Optional.of("'%s' has no constants".formatted(path));
    }
    if (shape instanceof Shape.Choice choice && hasTypeComponent(choice)) {
      return Optional.of(
          "'%s' has a record with a component 'type', which names the record".formatted(path));
    }
    if (shape instanceof Shape.Maybe maybe && maybe.value() instanceof Shape.Maybe) {
      return Optional.of("'%s' is an Optional of an Optional".formatted(path));
    }
    String type = shape instanceof Shape.Opaque opaque ? opaque.display() : shape.type().display();
    return isSupported(shape)
        ? Optional.empty()
        : Optional.of(path.equals(type) ? type : "'%s' is of type %s".formatted(path, type));
  }

  /**
   * Returns whether arrays of the element type can be created, which Java forbids for generic
   * types.
   */
  private static boolean isMade(Shape.Sequence array) {
    return !(array.element().type() instanceof TypeRef.Declared declared)
        || declared.arguments().isEmpty();
  }

  private static boolean hasTypeComponent(Shape.Choice choice) {
    return choice.choices().stream()
        .flatMap(each -> each.components().stream())
        .anyMatch(component -> component.name().equals("type"));
  }

  private static boolean isSupported(Shape shape) {
    TypeRef type = shape.type();
    if (shape.isOpaque() || shape instanceof Shape.Mapping) {
      return false;
    }
    if (shape instanceof Shape.Sequence sequence) {
      return sequence.isArray()
          ? isMade(sequence)
          : type.isClass("java.util.List") || type.isClass("java.util.Set");
    }
    boolean primitive = type instanceof TypeRef.Primitive;
    if (shape instanceof Shape.Text) {
      return primitive || TEXTS.stream().anyMatch(type::isClass);
    }
    return !(shape instanceof Shape.Numeric) || !type.isClass("java.math.BigInteger");
  }
}
