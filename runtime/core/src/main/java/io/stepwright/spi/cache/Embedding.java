package io.stepwright.spi.cache;

import java.util.Locale;

/**
 * The vector of a text.
 *
 * @param vector a vector of length 1, so that the cosine of two vectors is their dot product; must
 *     not be changed
 * @param tokens the number of the text's tokens for the embedder
 * @param truncated true if the embedder has read only the beginning of the text. The vector says
 *     nothing about the rest then, and the text is compared exactly or not at all.
 * @param known true if the text has pieces and the embedder knows all of them. An unknown piece,
 *     such as an emoji, looks like any other unknown piece to the embedder, so such a text is
 *     compared exactly or not at all.
 */
@SuppressWarnings("ArrayRecordComponent") // Not copied: a search reads ten thousand of them.
public record Embedding(float[] vector, int tokens, boolean truncated, boolean known) {

  /** Makes the vector of a text whose pieces the embedder knows. */
  public Embedding(float[] vector, int tokens, boolean truncated) {
    this(vector, tokens, truncated, true);
  }

  /** Leaves out the vector, which tells much of the text. */
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
