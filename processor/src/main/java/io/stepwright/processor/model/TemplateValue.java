package io.stepwright.processor.model;

import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import java.util.List;

/** A value that code makes of a template: the content of a file, checked against a type. */
public sealed interface TemplateValue {

  /**
   * A string, a number, a date or a boolean in the file.
   *
   * @param shape the shape of the value
   * @param value the value as a {@code String}, a {@code BigDecimal} or a {@code Boolean}
   */
  record Literal(Shape shape, Object value) implements TemplateValue {}

  /** A constant of an enum. */
  record Constant(TypeRef type, String name) implements TemplateValue {}

  /** An empty {@code Optional}. */
  record Absent() implements TemplateValue {}

  /** An {@code Optional} with a value. */
  record Present(TemplateValue value) implements TemplateValue {}

  /** A record, with a value for each component. */
  record Make(TypeRef type, List<TemplateValue> arguments) implements TemplateValue {}

  /** A list. */
  record Items(List<TemplateValue> items) implements TemplateValue {}

  /** The value of a slot, unchanged. */
  record Filled(Slot slot) implements TemplateValue {}

  /** The value that a model writes for an open slot, unchanged. */
  record Written(OpenSlot slot) implements TemplateValue {}

  /**
   * A text with slots.
   *
   * @param path its path in the JSON, such as {@code items[0].text}
   * @param pieces its pieces, in order
   */
  record Text(String path, List<Piece> pieces) implements TemplateValue {

    /** Returns whether the model writes a part of the text. */
    public boolean isOpen() {
      return pieces.stream().anyMatch(Open.class::isInstance);
    }
  }

  /** A piece of a text. */
  sealed interface Piece {}

  /** Literal text, or a slot that code fills. */
  record Closed(Part part) implements Piece {}

  /** A slot that the model fills. */
  record Open(OpenSlot slot) implements Piece {}

  /**
   * A slot that the model fills.
   *
   * @param name its name in the answer, unique in its file
   * @param shape the shape of the value that the model writes
   * @param instruction the instruction for the model
   * @param description the instruction if it does not depend on values, otherwise empty
   * @param where its position, such as {@code welcome/OTHER.json:3:12}
   */
  record OpenSlot(
      String name, Shape shape, List<Part> instruction, String description, String where) {}
}
