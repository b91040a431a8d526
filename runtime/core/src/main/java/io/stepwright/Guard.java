package io.stepwright;

/**
 * Keeps {@link Cached} from serving the answer of a question that only looks the same. Made for
 * short English text; what a guard cannot judge it lets pass, and reports say so.
 */
public enum Guard {
  /** The numbers, amounts, dates and days of both texts are the same. */
  NUMBERS,
  /** Both texts negate equally often, and no word of one is the opposite of a word of the other. */
  POLARITY,
  /** Every name, acronym and word with digits of one text is in the other. */
  ENTITIES,
  /** What goes from, to, before or after something is the same in both texts. */
  ORDER
}
