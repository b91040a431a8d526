package io.stepwright.cache.guard;

import io.stepwright.cache.guard.Word.Shape;
import io.stepwright.cache.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits a text into words, in one pass from left to right. */
final class WordReader {

  /** Signs that are words: they change the meaning of a number or a condition. */
  private static final String SIGNS = "$\u20AC\u00A3\u00A5\u20B9\u20BD\u20A9\u00A2%\u00B0<>=";

  private static final Set<String> SHORTENED =
      Lists.set("dr mr mrs ms prof st vs no nr approx dept jr sr vol fig eg ie");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int latin;
  private int foreign;
  private boolean startsSentence = true;
  private boolean joined;
  private boolean afterPunctuation;
  private char quote;

  private WordReader(String text) {
    this.text = text;
  }

  static Words read(String text) {
    return new WordReader(Typography.plain(text)).words();
  }

  private Words words() {
    while (at < text.length()) {
      char character = text.charAt(at);
      if (isWordPart(at) || startsNumber()) {
        readWord();
      } else {
        readMark(character);
        at++;
      }
    }
    boolean isLatin = foreign <= latin;
    return Words.of(words, isLatin, isLatin && English.mayBe(text));
  }

  /** Tells whether a minus or a decimal point stands directly before digits and after no word. */
  private boolean startsNumber() {
    char character = text.charAt(at);
    boolean free = at == 0 || (!isWordPart(at - 1) && text.charAt(at - 1) != '-');
    if (character == '-') {
      return free && (isDigit(at + 1) || (is(at + 1, '.') && isDigit(at + 2)));
    }
    return character == '.' && free && isDigit(at + 1);
  }

  private void readMark(char mark) {
    switch (mark) {
      case '.', '!', '?', ':', '\n', '\u2022' -> {
        startsSentence = mark != '.' || !endsShortened();
        afterPunctuation = true;
      }
      case ',', ';', '(', ')', '[', ']' -> afterPunctuation = true;
      case '-' -> joined = at > 0 && isWordPart(at - 1) && isWordPart(at + 1);
      case '"', '`' -> quote = quote == mark ? ' ' : mark;
      case '\'' -> readSingleQuote();
      default -> {
        if (SIGNS.indexOf(mark) >= 0) {
          add(Character.toString(mark), Shape.SIGN, false);
        }
      }
    }
  }

  /** Tells whether the last word is an abbreviation: the point after "Dr." ends no sentence. */
  private boolean endsShortened() {
    return !words.isEmpty() && SHORTENED.contains(words.get(words.size() - 1).text());
  }

  private void readSingleQuote() {
    if (quote == '\'') {
      quote = ' ';
    } else if ((at == 0 || text.charAt(at - 1) == ' ') && isWordPart(at + 1)) {
      for (int i = at + 2; i < text.length(); i++) {
        if (text.charAt(i) == '\'' && isWordPart(i - 1) && !isWordPart(i + 1)) {
          quote = '\'';
          return;
        }
      }
    }
  }

  private void readWord() {
    int start = at++;
    boolean number = isDigit(start) || !isWordPart(start);
    while (at < text.length() && (isWordPart(at) || joins(number))) {
      at++;
    }
    if (text.regionMatches(true, start, "w/o", 0, 3) && at == start + 1 && !isWordPart(at + 2)) {
      at = start + 3;
      add("without", Shape.PLAIN, false);
      return;
    }
    while (!number && (is(at, '+') || is(at, '#')) && !isWordPart(at + 1)) {
      at++; // C++ and C# are words.
    }
    String written = text.substring(start, at);
    countLetters(written);
    emit(written, number);
  }

  /**
   * Tells whether the current character belongs to the word although it is neither letter nor
   * digit.
   */
  private boolean joins(boolean number) {
    char character = text.charAt(at);
    if (!isWordPart(at + 1)) {
      return false;
    }
    boolean digits = isDigit(at - 1) && isDigit(at + 1);
    return switch (character) {
      case '\'' -> true;
      case '_' -> true;
      case '.' -> digits || (!isDigit(at - 1) && !isDigit(at + 1));
      case ',' -> digits && number;
      case ':', '/' -> digits;
      default -> false;
    };
  }

  private void emit(String written, boolean number) {
    String lower = written.toLowerCase(Locale.ROOT);
    Shape shape = number ? Shape.PLAIN : shape(written);
    if (!number && isAbbreviation(lower)) {
      lower = lower.replace(".", "");
      shape = written.chars().anyMatch(Character::isUpperCase) ? Shape.ACRONYM : Shape.PLAIN;
    }
    if (lower.indexOf('\'') >= 0 || (lower.length() >= 2 && Character.isLetter(lower.charAt(0)))) {
      String[] expanded = Contractions.expand(lower);
      if (expanded != null) {
        for (String word : expanded) {
          add(word, shape == Shape.ACRONYM ? Shape.ACRONYM : Shape.PLAIN, false);
        }
        return;
      }
    }
    if (number && lower.endsWith("'s")) {
      add(lower.replace("'", ""), shape, false); // The 80's are the 80s.
      return;
    }
    boolean possessive =
        lower.endsWith("'s") || (is(at, '\'') && lower.endsWith("s") && quote != '\'');
    if (lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    add(lower.replace("'", ""), shape, possessive);
  }

  private void add(String word, Shape shape, boolean possessive) {
    boolean quoted = quote != '\0' && quote != ' ';
    words.add(
        new Word(
            word,
            Stem.of(word),
            shape,
            startsSentence,
            quoted,
            joined,
            possessive,
            afterPunctuation));
    startsSentence = false;
    joined = false;
    afterPunctuation = false;
  }

  private static Shape shape(String written) {
    int upper = 0;
    int lower = 0;
    boolean mixed = false;
    int end = written.endsWith("'s") ? written.length() - 2 : written.length();
    for (int i = 0; i < end; i++) {
      char character = written.charAt(i);
      if (Character.isUpperCase(character)) {
        mixed |= lower > 0;
        upper++;
      } else if (Character.isLowerCase(character)) {
        lower++;
      } else {
        mixed |= character == '_' || character == '.' || character == '+' || character == '#';
      }
    }
    if (mixed) {
      return Shape.MIXED;
    }
    if (upper == 0) {
      return Shape.PLAIN;
    }
    // OAuth, PDFs, MySQL: more than one capital letter marks a name in any position.
    return upper > 1 ? Shape.ACRONYM : Shape.CAPITAL;
  }

  /** Tells whether a word is single letters with points between them, as in U.S. or p.m. */
  private static boolean isAbbreviation(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 1; i < word.length(); i += 2) {
      if (word.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private void countLetters(String written) {
    for (int i = 0; i < written.length(); ) {
      int character = written.codePointAt(i);
      i += Character.charCount(character);
      if (character < 0x250) {
        latin += Character.isLetter(character) ? 1 : 0;
      } else if (Character.isLetter(character)) {
        boolean isLatin = Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
        latin += isLatin ? 1 : 0;
        foreign += isLatin ? 0 : 1;
      }
    }
  }

  private boolean isWordPart(int index) {
    if (index < 0 || index >= text.length()) {
      return false;
    }
    char character = text.charAt(index);
    return character < 0x80
        ? (character >= 'a' && character <= 'z')
            || (character >= 'A' && character <= 'Z')
            || Word.isDigit(character)
        : Character.isLetterOrDigit(character)
            || (Character.isSurrogate(character) && isAstralLetter(index))
            || isMark(character);
  }

  private boolean isAstralLetter(int index) {
    int start = Character.isLowSurrogate(text.charAt(index)) && index > 0 ? index - 1 : index;
    return Character.isLetterOrDigit(text.codePointAt(start));
  }

  private static boolean isMark(char character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < text.length() && Word.isDigit(text.charAt(index));
  }

  private boolean is(int index, char character) {
    return index < text.length() && text.charAt(index) == character;
  }
}
