package io.stepwright.cache;

import io.stepwright.cache.text.CodeSigns;
import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.cache.text.Scripts;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text can be compared by meaning, both at the look-up and as a cached entry. It
 * cannot be if its vector represents less of it than the model reads.
 */
final class Comparability {

  /** A word piece has rarely more than ten characters, and embedders read a few hundred pieces. */
  static final int LONGEST_TEXT = 8_192;

  private Comparability() {}

  /**
   * Returns the objection before the text is embedded, or null.
   *
   * @param servesUnjudged true if only texts count that the embedder cannot read at all
   * @param languages the languages of the embedder; null while they are not known
   */
  static @Nullable NotComparable of(
      String text, boolean servesUnjudged, @Nullable Scripts languages) {
    if (text.length() > LONGEST_TEXT) {
      // Tokenizing such a text, only to find it truncated, would take seconds.
      return NotComparable.LENGTH;
    }
    if (HiddenCharacters.areIn(text)) {
      return NotComparable.CHARACTERS;
    }
    if (servesUnjudged) {
      return null;
    }
    if (CodeSigns.areIn(text)) {
      return NotComparable.CODE;
    }
    return languages == null || languages.read(text) ? null : NotComparable.LANGUAGE;
  }

  /** Returns the objection after the text is embedded, or null. */
  static @Nullable NotComparable of(Embedding embedding) {
    if (embedding.truncated()) {
      return NotComparable.LENGTH;
    }
    return embedding.known() ? null : NotComparable.UNKNOWN_PIECES;
  }
}
