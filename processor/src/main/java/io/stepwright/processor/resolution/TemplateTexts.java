package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.TEMPLATE_SLOT;

import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Closed;
import io.stepwright.processor.model.TemplateValue.Filled;
import io.stepwright.processor.model.TemplateValue.Open;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import io.stepwright.processor.resolution.TemplateParser.Piece;
import io.stepwright.processor.resolution.TemplateParser.Plain;
import io.stepwright.processor.resolution.TemplateParser.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Resolves the slots in the texts of one file of a template. */
final class TemplateTexts {

  private final Types types;
  private final TemplateProblems problems;
  private final OpenSlotNames names = new OpenSlotNames();
  private final List<OpenSlot> openSlots = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();

  TemplateTexts(Types types, TemplateProblems problems) {
    this.types = types;
    this.problems = problems;
  }

  /** Returns the open slots read so far. */
  List<OpenSlot> openSlots() {
    return List.copyOf(openSlots);
  }

  /** Returns the slots read so far that code fills. */
  List<Slot> slots() {
    return List.copyOf(slots);
  }

  /** Returns the text with escapes resolved; empty if there is a slot in it. */
  static Optional<String> literal(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Plain plain && plain.piece() instanceof PromptParser.Text literal)) {
        return Optional.empty();
      }
      text.append(literal.text());
    }
    return Optional.of(text.toString());
  }

  /** Returns whether strings are values of a shape. */
  static boolean isString(Shape shape) {
    return shape.type().isClass("java.lang.String")
        || shape.type().isClass("java.lang.CharSequence");
  }

  /**
   * Returns the value of a text with slots; empty if there is a problem, which is then reported.
   *
   * @param path its path in the JSON
   * @param shape the shape of the value
   * @param place maps an offset in the text to its offset in the file
   */
  Optional<TemplateValue> read(
      List<Piece> pieces, String path, Shape shape, IntUnaryOperator place) {
    if (pieces.stream().anyMatch(TemplateTexts::isBroken)) {
      return text(pieces, path, shape, place);
    }
    if (pieces.size() == 1 && pieces.get(0) instanceof Write write) {
      return open(write, path, shape, place).map(Written::new);
    }
    if (pieces.size() == 1
        && pieces.get(0) instanceof Plain plain
        && plain.piece() instanceof SlotText slot) {
      int offset = place.applyAsInt(slot.offset());
      return closed(new SlotText(slot.path(), offset))
          .flatMap(resolved -> whole(resolved, path, shape, offset));
    }
    if (shape instanceof Shape.Maybe maybe) {
      return read(pieces, path, maybe.value(), place).map(Present::new);
    }
    if (!isString(shape)) {
      problems.report(
          TEMPLATE_SLOT,
          place.applyAsInt(0),
          "'%s' is of type %s, and a text with slots stands for it."
              .formatted(path, shape.type().display()),
          "Only a string that is nothing but one slot takes the type of its slot.");
      return Optional.empty();
    }
    return text(pieces, path, shape, place);
  }

  private static boolean isBroken(Piece piece) {
    return piece instanceof Plain plain && plain.piece() instanceof Broken;
  }

  /** Reads a text, regardless of the kinds of its slots. */
  Optional<TemplateValue> text(
      List<Piece> pieces, String path, Shape shape, IntUnaryOperator place) {
    boolean several = pieces.stream().filter(Write.class::isInstance).count() > 1;
    List<TemplateValue.Piece> read = new ArrayList<>();
    int number = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Write write) {
        number++;
        open(write, several ? path + "_" + number : path, shape, place)
            .ifPresent(slot -> read.add(new Open(slot)));
      } else if (piece instanceof Plain plain) {
        part(plain.piece(), place).ifPresent(part -> read.add(new Closed(part)));
      }
    }
    return problems.any() ? Optional.empty() : Optional.of(new Text(path, List.copyOf(read)));
  }

  private Optional<OpenSlot> open(Write write, String path, Shape shape, IntUnaryOperator place) {
    List<Part> instruction = new ArrayList<>();
    boolean complete = true;
    for (PromptParser.Piece piece : write.instruction()) {
      Optional<Part> part = part(piece, place);
      part.ifPresent(instruction::add);
      complete &= part.isPresent();
    }
    if (!complete) {
      return Optional.empty();
    }
    OpenSlot slot =
        new OpenSlot(
            names.take(path),
            shape,
            List.copyOf(instruction),
            description(write),
            problems.where(place.applyAsInt(write.offset())));
    openSlots.add(slot);
    return Optional.of(slot);
  }

  /**
   * Returns the description for the schema; empty if the instruction has slots, because a schema is
   * constant and only the prompt shows values.
   */
  private static String description(Write write) {
    boolean filled = write.instruction().stream().anyMatch(SlotText.class::isInstance);
    return filled ? "" : write.written().replace("\\{{", "{{");
  }

  private Optional<Part> part(PromptParser.Piece piece, IntUnaryOperator place) {
    if (piece instanceof PromptParser.Text literal) {
      return Optional.of(new Literal(literal.text()));
    }
    if (piece instanceof Broken broken) {
      problems.broken(
          new Broken(broken.text(), broken.reason(), place.applyAsInt(broken.offset())));
      return Optional.empty();
    }
    SlotText slot = (SlotText) piece;
    return closed(new SlotText(slot.path(), place.applyAsInt(slot.offset()))).map(each -> each);
  }

  private Optional<Slot> closed(SlotText text) {
    Optional<Slot> slot = problems.slot(text);
    slot.ifPresent(slots::add);
    return slot;
  }

  /** Resolves a string that consists of exactly one slot, whose value replaces the string. */
  private Optional<TemplateValue> whole(Slot slot, String path, Shape shape, int offset) {
    Optional<TemplateValue> value = fit(slot, path, shape);
    if (value.isEmpty()) {
      boolean absent = slot.shape() instanceof Shape.Maybe;
      String type = shape.type().display();
      problems.report(
          TEMPLATE_SLOT,
          offset,
          "Slot {{%s}} is of type %s, but '%s' is of type %s."
              .formatted(slot.path(), slot.shape().type().display(), path, type),
          absent
              ? "The value may be absent: make '%s' an Optional.".formatted(path)
              : isString(shape)
                  ? "A string that is nothing but one slot takes the type of the slot: write some text"
                      + " around it, or change the type of '%s'.".formatted(path)
                  : "Fill it with a value of type %s.".formatted(type));
    }
    return value;
  }

  private Optional<TemplateValue> fit(Slot slot, String path, Shape shape) {
    Shape given = slot.shape();
    // A {@code char} is assignable to an {@code int}, but is not a number in JSON.
    boolean character = given instanceof Shape.Text && shape instanceof Shape.Numeric;
    if (!character && types.assignable(given.type(), shape.type())) {
      return Optional.of(new Filled(slot));
    }
    if (shape instanceof Shape.Maybe maybe && !(given instanceof Shape.Maybe)) {
      return fit(slot, path, maybe.value()).map(Present::new);
    }
    if (isString(shape) && (given instanceof Shape.Text || given instanceof Shape.Enumeration)) {
      // The value is a string in JSON.
      return Optional.of(new Text(path, List.of(new Closed(slot))));
    }
    return Optional.empty();
  }
}
