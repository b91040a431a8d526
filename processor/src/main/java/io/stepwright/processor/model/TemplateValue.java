package io.stepwright.processor.model;

import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import java.util.List;

/** A value that code makes of a template: what stands in its file, checked against a type. */
public sealed interface TemplateValue {

  /**
   * A string, a number, a date or a boolean that stands in the file.
   *
   * @param shape what it is to be
   * @param value it itself: a {@code String}, a {@code BigDecimal} or a {@code Boolean}
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

  /** The value of a slot as it is. */
  record Filled(Slot slot) implements TemplateValue {}

  /** What a model writes for an open slot, as it is. */
  record Written(OpenSlot slot) implements TemplateValue {}

  /**
   * A text with slots in it.
   *
   * @param path where it stands in the JSON, such as {@code items[0].text}
   */
  record Text(String path, List<Piece> pieces) implements TemplateValue {

    /** Whether the model writes a part of it. */
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
   * @param name its name in the answer: unique in its file
   * @param shape what the model is to write
   * @param instruction what it says
   * @param description the instruction if it is the same for all values, else empty
   * @param where where it stands, such as {@code welcome/OTHER.json:3:12}
   */
  record OpenSlot(
      String name, Shape shape, List<Part> instruction, String description, String where) {}
}
