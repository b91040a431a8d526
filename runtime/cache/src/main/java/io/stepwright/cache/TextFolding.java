package io.stepwright.cache;

import io.stepwright.cache.text.PlainTypography;
import java.text.Normalizer;

/**
 * Makes texts equal that differ only in how they are written, by these foldings and no others:
 *
 * <ol>
 *   <li>Canonically equivalent characters: Unicode normalisation form C (Unicode Standard Annex
 *       15).
 *   <li>Full-width forms of ASCII, the ligatures of f, and typographic quotation marks,
 *       apostrophes, dashes and minus signs: {@link PlainTypography}.
 *   <li>White space: a run of spaces becomes one space, and white space around the text is removed.
 *       A line break becomes a space between a point, a comma or the like and a letter; elsewhere
 *       it stays a line break. A tab stays a tab.
 *   <li>Punctuation around the text: {@link OuterPunctuation}.
 *   <li>The capital letter of the first word, and of function words: {@link WordCase}.
 * </ol>
 *
 * <p>Nothing else is folded: no digit, no sign, no capital letter elsewhere, no superscript, and no
 * invisible character. If in doubt, two texts stay different: that costs a call, whereas a wrong
 * match costs a wrong answer.
 */
public final class TextFolding {

  /** Changes whenever a text may fold to something else; part of every exact key. */
  public static final int VERSION = 4;

  private TextFolding() {}

  /**
   * Folds a text. The operation is idempotent.
   *
   * @param text any text, also an empty one
   * @return the folded text; a text that holds nothing but punctuation keeps it
   */
  public static String fold(String text) {
    String plain =
        foldSpace(PlainTypography.plain(Normalizer.normalize(text, Normalizer.Form.NFC)));
    String lower = WordCase.fold(OuterPunctuation.strip(plain));
    // A lower-case letter may combine with the following mark where the capital did not.
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  private static String foldSpace(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    char space = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isSpace(character)) {
        space = folded(space, character);
        continue;
      }
      if (space != 0 && !folded.isEmpty()) {
        folded.append(isNextSentence(folded, space, character) ? ' ' : space);
      }
      space = 0;
      folded.append(character);
    }
    return folded.toString();
  }

  /** Matches a greeting such as "Hi," on one line and the question on the next one. */
  private static boolean isNextSentence(StringBuilder before, char space, char next) {
    return space == '\n'
        && Character.isLetter(next)
        && ",.!?;".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** Folds one more character into a run of white space: a line break takes precedence. */
  private static char folded(char before, char space) {
    return switch (space) {
      case '\n', '\r' -> '\n';
      case '\t' -> before == '\n' ? before : space;
      default -> before == 0 ? ' ' : before;
    };
  }

  private static boolean isSpace(char character) {
    return character < 0x80
        ? character == ' ' || character == '\t' || character == '\n' || character == '\r'
        : Character.isSpaceChar(character);
  }
}
