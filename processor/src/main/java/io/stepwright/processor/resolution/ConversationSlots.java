package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CONVERSATION_SLOT;

import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds slots and parameters with conversations that no model would continue, and says how a step
 * takes a conversation instead.
 */
final class ConversationSlots {

  private static final String ONE = "A step continues one Conversation, which it takes by itself.";
  private static final String ONE_OF_MANY =
      "Take one as a parameter of type Conversation, or go through a List of them with @Each.";

  private ConversationSlots() {}

  /**
   * A reason and the way out.
   *
   * @param why a sentence
   * @param fix a sentence
   */
  record Advice(String why, String fix) {}

  /** Returns the problem of a slot with a conversation, or a part of one; empty if it has none. */
  static Optional<PartSlots.Problem> check(Slot slot, StepModel step) {
    Optional<Visit> found = find(slot.shape(), slot.path());
    if (found.isPresent()) {
      Visit history = found.get();
      boolean itself = history.path().equals(slot.path());
      return Optional.of(
          problem(
              itself
                  ? "is of type %s.".formatted(slot.shape().type().display())
                  : "holds a conversation, '%s', which has no form as JSON."
                      .formatted(history.path()),
              advice(step, slot.parameter(), history, itself)));
    }
    if (ShapeWalk.of(slot.shape(), "").stream().noneMatch(visit -> visit.shape().isOpaque())) {
      return Optional.empty();
    }
    return around(slot, step)
        .map(
            history ->
                problem(
                    "is of type %s, a part of the conversation '%s'."
                        .formatted(slot.shape().type().display(), history.path()),
                    advice(step, slot.parameter(), history, true)));
  }

  /** Returns how a model step takes the conversations in a parameter that it does not use. */
  static Optional<Advice> onUnused(ParameterModel parameter, StepModel step, Types types) {
    if (step.model() == null || parameter.isHistory()) {
      return Optional.empty();
    }
    return find(types.shape(parameter.type()), parameter.name())
        .map(
            history ->
                isOneOfMany(history, parameter)
                    ? new Advice(ONE, ONE_OF_MANY)
                    : new Advice(
                        ONE,
                        "Take it instead, as in %s.".formatted(declaration(history, parameter))));
  }

  private static PartSlots.Problem problem(String problem, Advice advice) {
    return new PartSlots.Problem(CONVERSATION_SLOT, problem, advice.why(), advice.fix());
  }

  private static Advice advice(StepModel step, String parameter, Visit history, boolean itself) {
    String remove = itself ? "Take the slot away" : "Name the other parts in slots of their own";
    if (step.model() == null) {
      return new Advice(
          "Only a model continues a conversation, and this step asks none.", remove + ".");
    }
    if (step.history() != null) {
      return new Advice(
          "The conversation that a step takes as a parameter already stands before its prompt.",
          remove + ".");
    }
    ParameterModel root = parameter(step, parameter);
    return isOneOfMany(history, root)
        ? new Advice(ONE, ONE_OF_MANY)
        : new Advice(
            ONE,
            "%s, and add a parameter, as in %s.".formatted(remove, declaration(history, root)));
  }

  private static ParameterModel parameter(StepModel step, String name) {
    return step.method().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether a path leads through a list or a choice, so that {@code @From} cannot. */
  private static boolean isOneOfMany(Visit history, ParameterModel root) {
    return root.each() != null || history.path().matches(".*[\\[(].*");
  }

  private static String declaration(Visit history, ParameterModel root) {
    String rest = history.path().substring(root.name().length());
    String from = (root.from() == null ? root.name() : root.from().text()) + rest;
    String name = from.substring(from.lastIndexOf('.') + 1);
    return "@From(\"%s\") %s %s".formatted(from, history.shape().type().display(), name);
  }

  /** Finds the first conversation, or Optional with one, in a value. */
  private static Optional<Visit> find(Shape shape, String path) {
    return ShapeWalk.of(shape, path).stream()
        .filter(
            visit ->
                visit.shape() instanceof Shape.History
                    || visit.shape() instanceof Shape.Maybe maybe
                        && maybe.value() instanceof Shape.History)
        .findFirst();
  }

  /** Finds the conversation through which the path of a slot leads. */
  private static Optional<Visit> around(Slot slot, StepModel step) {
    List<String> names = Arrays.asList(slot.path().split("\\.", -1));
    TypeRef type = parameter(step, slot.parameter()).type();
    int depth = 1;
    for (Accessor accessor : slot.accessors()) {
      if (Shape.History.is(type)) {
        String path = String.join(".", names.subList(0, depth));
        return Optional.of(new Visit(path, new Shape.History(type), 0, false));
      }
      type = accessor.type();
      depth++;
    }
    return Optional.empty();
  }
}
