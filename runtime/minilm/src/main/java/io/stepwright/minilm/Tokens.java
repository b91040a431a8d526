package io.stepwright.minilm;

import java.util.Locale;

/**
 * A text in the form that the model reads.
 *
 * @param ids the tokens' numbers, at most {@link TextTokenizer#LIMIT}
 * @param types the index of the text that a token belongs to: always the first
 * @param mask 1 for a token, 0 for padding
 * @param total the number of tokens of the whole text
 * @param truncated true if the text has more tokens than {@code ids} holds
 * @param known true if the text has pieces, and the model knows all of them
 */
@SuppressWarnings("ArrayRecordComponent") // Made, read and dropped within one call.
record Tokens(long[] ids, long[] types, long[] mask, int total, boolean truncated, boolean known) {

  /** Leaves out the tokens, which represent the text. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Tokens[%d%s]", total, truncated ? ", truncated" : "");
  }
}
