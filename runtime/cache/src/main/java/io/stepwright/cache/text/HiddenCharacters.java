package io.stepwright.cache.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Detects characters that reach a model but are invisible to people, embedders and guards: a
 * message can be hidden in them. These are the general categories Cc (except tab, line feed,
 * carriage return), Cf, Cn, Co and Cs (lone surrogates), the other characters that the Unicode
 * Standard calls default ignorable, marks without a base or in excess, U+FFFD, which embedders
 * drop, and spaces and line separators that look like others.
 *
 * <p>A joiner is visible where it joins: inside of an emoji, and after a letter of a script that
 * needs it. So is a variation selector for text or emoji style directly after a symbol.
 */
public final class HiddenCharacters {

  private static final int JOINER = 0x200D;
  private static final int NON_JOINER = 0x200C;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int NOTHING = ' ';

  /** More marks on one letter than any script has. */
  private static final int MOST_MARKS = 4;

  private static final Set<UnicodeScript> WITH_JOINERS =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private HiddenCharacters() {}

  /** Tells whether a text has hidden characters. */
  public static boolean areIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character > '~' || (character < ' ' && !isLayout(character))) {
        return areIn(text, at);
      }
    }
    return false;
  }

  private static boolean areIn(String text, int start) {
    int before = start == 0 ? NOTHING : text.charAt(start - 1);
    int marks = 0;
    for (int at = start; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      int after = at < text.length() ? text.codePointAt(at) : NOTHING;
      marks = isMark(character) ? marks + 1 : 0;
      if (marks > MOST_MARKS || isHidden(character, before, after)) {
        return true;
      }
      before = character;
    }
    return false;
  }

  private static boolean isHidden(int character, int before, int after) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> !isLayout(character);
      case Character.FORMAT -> !joins(character, before, after);
      case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.SPACE_SEPARATOR -> !isUsualSpace(character);
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          isIgnorable(character)
              || (isStyle(character) ? !isStyled(before, character, after) : !carriesMarks(before));
      default -> isIgnorable(character) || character == REPLACEMENT;
    };
  }

  private static boolean isLayout(int character) {
    return character == '\t' || character == '\n' || character == '\r';
  }

  /**
   * Matches the spaces of keyboards and typesetting: plain, no-break, narrow no-break, ideographic.
   */
  private static boolean isUsualSpace(int character) {
    return character == ' ' || character == 0xA0 || character == 0x202F || character == 0x3000;
  }

  private static boolean joins(int character, int before, int after) {
    if (character == JOINER && isEmoji(before) && isEmoji(after)) {
      return true;
    }
    return (character == JOINER || character == NON_JOINER)
        && (Character.isLetter(before) || isMark(before))
        && WITH_JOINERS.contains(UnicodeScript.of(before));
  }

  private static boolean isEmoji(int character) {
    return character == EMOJI_STYLE || isSymbol(character);
  }

  private static boolean isStyle(int character) {
    return character == TEXT_STYLE || character == EMOJI_STYLE;
  }

  private static boolean isStyled(int base, int style, int after) {
    return base > '~' ? isSymbol(base) : style == EMOJI_STYLE && after == KEYCAP;
  }

  private static boolean carriesMarks(int base) {
    return Character.isLetterOrDigit(base) || isMark(base) || isSymbol(base);
  }

  private static boolean isSymbol(int character) {
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL -> true;
      default -> false;
    };
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /**
   * Matches characters that are default ignorable although their category is a letter or a mark.
   */
  private static boolean isIgnorable(int character) {
    return character == 0x034F
        || (character >= 0x115F && character <= 0x1160)
        || (character >= 0x17B4 && character <= 0x17B5)
        || (character >= 0x180B && character <= 0x180F)
        || character == 0x3164
        || (character >= 0xFE00 && character <= 0xFE0D)
        || character == 0xFFA0
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
