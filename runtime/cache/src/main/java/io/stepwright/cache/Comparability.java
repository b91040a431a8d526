package io.stepwright.cache;

import io.stepwright.cache.text.CodeSigns;
import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.cache.text.Scripts;
import io.stepwright.spi.Embedding;
import io.stepwright.spi.NotComparable;
import org.jspecify.annotations.Nullable;

/**
 * Says why a text must not be compared by meaning, neither when it is looked up nor once it is
 * remembered: then its vector says less of it than the model reads.
 */
final class Comparability {

  /** A word piece has rarely more than ten characters, and embedders read a few hundred. */
  static final int LONGEST_TEXT = 8_192;

  private Comparability() {}

  /**
   * What speaks against it before the text is embedded, or null.
   *
   * @param servesUnjudged whether only that counts which the embedder cannot read at all
   * @param languages those of the embedder; null while they are not known
   */
  static @Nullable NotComparable of(
      String text, boolean servesUnjudged, @Nullable Scripts languages) {
    if (text.length() > LONGEST_TEXT) {
      // To find out that no embedder reads it to its end would take seconds.
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

  /** What speaks against it once it is embedded, or null. */
  static @Nullable NotComparable of(Embedding embedding) {
    if (embedding.truncated()) {
      return NotComparable.LENGTH;
    }
    return embedding.known() ? null : NotComparable.UNKNOWN_PIECES;
  }
}
