package io.stepwright;

/**
 * A check that keeps {@link Cached} from serving the answer of a question that only looks the same.
 * Guards are made for short English text; a text that a guard cannot judge is not served, unless
 * the step sets {@link Cached#whenNotJudged}. One more guard always applies: texts that differ only
 * in characters that an embedder does not see, such as accents, are never served for each other.
 */
public enum Guard {
  /** The numbers, amounts, dates and days of both texts are the same. */
  NUMBERS,
  /**
   * Both texts have the same number of negations, and no word of one is the opposite of a word of
   * the other.
   */
  POLARITY,
  /** Every name, acronym, symbol and word with digits of one text occurs in the other. */
  ENTITIES,
  /**
   * Both texts agree on roles, directions and conditions: the same words do not say the reverse.
   */
  ORDER
}
