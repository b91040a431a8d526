package io.stepwright.processor.model;

import java.util.List;

/**
 * A regular expression whose text and groups are resolved.
 *
 * @param pattern the expression
 * @param on the text that it searches
 * @param result what each match becomes
 * @param kind how many matches the step takes
 */
public record RegexModel(String pattern, PromptModel.Slot on, Shape result, Kind kind) {

  /** How many matches a step takes. */
  public enum Kind {
    /** Whether there is one. */
    FOUND,
    /** The first, if there is one. */
    FIRST,
    /** All. */
    ALL
  }

  /**
   * The components of a record with the groups that they are made of.
   *
   * @return none if the result is not a record
   */
  public List<Shape.Component> groups() {
    return result instanceof Shape.Structure structure ? structure.components() : List.of();
  }
}
