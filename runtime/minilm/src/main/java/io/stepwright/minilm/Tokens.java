package io.stepwright.minilm;

import java.util.Locale;

/**
 * A text as the model reads it.
 *
 * @param ids the tokens' numbers, at most {@link TextTokenizer#LIMIT}
 * @param types which of two texts a token belongs to: always the first
 * @param mask 1 for a token, 0 for padding
 * @param total how many tokens the whole text has
 * @param truncated whether the text has more than what {@code ids} holds
 * @param known whether the text has pieces, and the model knows all of them
 */
@SuppressWarnings("ArrayRecordComponent") // Made, read and dropped within one call.
record Tokens(long[] ids, long[] types, long[] mask, int total, boolean truncated, boolean known) {

  /** Leaves out the tokens: they are the text. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Tokens[%d%s]", total, truncated ? ", truncated" : "");
  }
}
