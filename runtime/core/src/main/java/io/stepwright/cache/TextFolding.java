package io.stepwright.cache;

import io.stepwright.cache.text.PlainTypography;
import java.text.Normalizer;

/**
 * Makes texts equal that differ only in how they are written, by these foldings and no other:
 *
 * <ol>
 *   <li>Canonically equivalent characters: Unicode normalisation form C (Unicode Standard Annex
 *       15).
 *   <li>Full-width forms of ASCII, the ligatures of f, and typographic quotation marks,
 *       apostrophes, dashes and minus signs: {@link PlainTypography}.
 *   <li>White space: any run of it is one space, and around the text none.
 *   <li>Punctuation around the text: {@link OuterPunctuation}.
 *   <li>A capital letter at the beginning of a word: {@link WordCase}.
 * </ol>
 *
 * <p>Nothing else is ever made the same: no digit, no sign, no capital letter elsewhere, no
 * superscript, and no character that is not seen. When in doubt two texts stay different: that
 * costs a call, the opposite an answer.
 */
public final class TextFolding {

  /** Changes whenever the same text may fold to something else; part of every exact key. */
  public static final int VERSION = 3;

  private TextFolding() {}

  /**
   * Folds a text. Folding a folded text changes nothing.
   *
   * @param text any text, also an empty one
   * @return the text as said above; if it holds nothing but punctuation, that is kept
   */
  public static String fold(String text) {
    String plain =
        foldSpace(PlainTypography.plain(Normalizer.normalize(text, Normalizer.Form.NFC)));
    String lower = WordCase.fold(OuterPunctuation.strip(plain));
    // A small letter may be one with the mark after it, where the capital is not.
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  private static String foldSpace(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isSpace(character)) {
        space = true;
        continue;
      }
      if (space && !folded.isEmpty()) {
        folded.append(' ');
      }
      space = false;
      folded.append(character);
    }
    return folded.toString();
  }

  private static boolean isSpace(char character) {
    return character < 0x80
        ? character == ' ' || character == '\t' || character == '\n' || character == '\r'
        : Character.isSpaceChar(character);
  }
}
