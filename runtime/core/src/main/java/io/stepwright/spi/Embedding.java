package io.stepwright.spi;

import java.util.Locale;

/**
 * The vector of a text.
 *
 * @param vector of length 1, so that the cosine of two is their dot product; not to be changed by
 *     anybody
 * @param tokens how many tokens the text has for the embedder
 * @param truncated whether the embedder has read only the beginning of the text: then its vector
 *     says nothing about the rest, and the text is compared exactly or not at all
 * @param known whether the embedder knows every piece of the text, and there is one: a piece that
 *     it does not know, such as an emoji, is to it like any other, so the text is compared exactly
 *     or not at all
 */
@SuppressWarnings("ArrayRecordComponent") // Copied nowhere: a search reads ten thousand of them.
public record Embedding(float[] vector, int tokens, boolean truncated, boolean known) {

  /** The vector of a text of which the embedder knows every piece. */
  public Embedding(float[] vector, int tokens, boolean truncated) {
    this(vector, tokens, truncated, true);
  }

  /** Leaves out the vector: it tells much of the text. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Embedding[%d dimensions, %d tokens%s%s]",
        vector.length,
        tokens,
        truncated ? ", truncated" : "",
        known ? "" : ", not all known");
  }
}
