package io.stepwright;

/**
 * Keeps {@link Cached} from serving the answer of a question that only looks the same. Made for
 * short English text; what a guard cannot judge is not served, unless the step says otherwise with
 * {@link Cached#whenNotJudged}. Beside those that a step names there is always one more: texts that
 * differ only in what an embedder does not see, such as accents, are never served for each other.
 */
public enum Guard {
  /** The numbers, amounts, dates and days of both texts are the same. */
  NUMBERS,
  /** Both texts negate equally often, and no word of one is the opposite of a word of the other. */
  POLARITY,
  /** Every name, acronym, symbol and word with digits of one text is in the other. */
  ENTITIES,
  /** Who does it to whom, from where and if what: the same words do not say it the other way. */
  ORDER
}
