package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.MEDIA_SLOT;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.StepModel;
import java.util.Optional;

/**
 * Finds slots with media or conversations where they cannot stand: both are parts of a request of
 * their own, and neither has a form as text or JSON.
 */
final class PartSlots {

  private PartSlots() {}

  /** The text that contains a slot. */
  enum Place {
    PROMPT,
    SYSTEM,
    TEMPLATE
  }

  /**
   * A problem of a slot.
   *
   * @param problem the rest of a sentence that begins with the slot
   * @param why the reason, a sentence
   * @param fix the way out, a sentence
   */
  record Problem(DiagnosticId id, String problem, String why, String fix) {}

  /** Returns the problem of a slot of a step; empty if there is none. */
  static Optional<Problem> check(Slot slot, StepModel step, Place place) {
    return ConversationSlots.check(slot, step).or(() -> media(slot, place));
  }

  private static Optional<Problem> media(Slot slot, Place place) {
    Optional<Visit> medium =
        ShapeWalk.of(slot.shape(), slot.path()).stream()
            .filter(visit -> visit.shape() instanceof Shape.Medium)
            .findFirst();
    if (medium.isEmpty()) {
      return Optional.empty();
    }
    if (!slot.shape().isMedia()) {
      return Optional.of(inside(slot, medium.get()));
    }
    return switch (place) {
      case PROMPT -> Optional.empty();
      case SYSTEM ->
          Optional.of(
              new Problem(
                  MEDIA_SLOT,
                  "is of type %s, and stands in the system message.".formatted(type(slot)),
                  "Models take media in the user's message only.",
                  "Write the slot in the prompt."));
      case TEMPLATE ->
          Optional.of(
              new Problem(
                  MEDIA_SLOT,
                  "is of type %s, and stands in a file of a template.".formatted(type(slot)),
                  "The file is the text of the result, and a medium has none.",
                  "To show it to the model, write the slot in a @Prompt beside @Template."));
    };
  }

  private static Problem inside(Slot slot, Visit medium) {
    boolean named = medium.path().matches("[^\\[(]+"); // No item of a list and no choice.
    return new Problem(
        MEDIA_SLOT,
        "holds a medium, '%s' of type %s, which has no form as JSON."
            .formatted(medium.path(), medium.shape().type().display()),
        "A slot takes a medium, a List of media or an Optional medium by itself.",
        named && !medium.path().equals(slot.path())
            ? "Write {{%s}} where it belongs, and name the other parts in slots of their own."
                .formatted(medium.path())
            : "Hand the media in as a List of their own.");
  }

  private static String type(Slot slot) {
    return slot.shape().type().display();
  }
}
