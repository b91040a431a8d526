package io.stepwright.processor.model;

import java.util.List;

/**
 * A regular expression whose text and groups are resolved.
 *
 * @param pattern the expression
 * @param on the text that it searches
 * @param result the shape of the value that is made of a match
 * @param kind the kind of the result
 */
public record RegexModel(String pattern, PromptModel.Slot on, Shape result, Kind kind) {

  /** The kind of the result. */
  public enum Kind {
    /** A boolean that tells whether there is a match. */
    FOUND,
    /** The first match, if there is one. */
    FIRST,
    /** All matches. */
    ALL
  }

  /**
   * Returns the components of the result record, each of which is made of the group of its name.
   *
   * @return none if the result is not a record
   */
  public List<Shape.Component> groups() {
    return result instanceof Shape.Structure structure ? structure.components() : List.of();
  }
}
