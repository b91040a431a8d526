package io.stepwright.runtime;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the answer in what a model wrote, where servers leave in what is none of it: thoughts
 * between {@code <think>} and {@code </think>}, whose opening tag some templates have already sent,
 * a fence around JSON, a byte order mark. Nothing is guessed: all that is left has to be the
 * answer.
 */
final class AnswerText {

  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int SHORTEST_FENCE = 3;

  private AnswerText() {}

  /** A text without the thoughts it begins with; the given object if there are none. */
  static String withoutThoughts(String text) {
    int end = text.indexOf(CLOSE);
    if (end < 0) {
      return text;
    }
    String start = stripStart(text);
    int open = text.indexOf(OPEN);
    boolean thoughts = start.startsWith(OPEN) || open < 0 || open > end;
    return thoughts ? text.substring(end + CLOSE.length()).stripLeading() : text;
  }

  /**
   * What may be the JSON in a text that is not JSON as a whole, the least changed first. Whether it
   * is, its parser says.
   */
  static List<String> json(String text) {
    String unfenced = bare(text);
    String thoughtless = bare(withoutThoughts(text));
    // An answer may hold the tag.
    return Stream.of(unfenced, thoughtless)
        .distinct()
        .filter(inner -> inner.length() < text.length())
        .toList();
  }

  private static String bare(String text) {
    return withoutFence(stripStart(text).stripTrailing());
  }

  private static String stripStart(String text) {
    int start = 0;
    while (start < text.length()
        && (text.charAt(start) == BYTE_ORDER_MARK || Character.isWhitespace(text.charAt(start)))) {
      start++;
    }
    return text.substring(start);
  }

  /** What is within a fence that begins and ends the text, with or without a word behind it. */
  private static String withoutFence(String text) {
    int fence = fence(text);
    if (fence < SHORTEST_FENCE
        || text.length() < 2 * fence
        || !text.endsWith(text.substring(0, fence))) {
      return text;
    }
    int start = fence;
    while (start < text.length() - fence && isWord(text.charAt(start))) {
      start++;
    }
    return stripStart(text.substring(start, text.length() - fence)).stripTrailing();
  }

  /** How many of the characters of a fence the text begins with. */
  private static int fence(String text) {
    int length = 0;
    while (length < text.length() && "`~".indexOf(text.charAt(0)) >= 0) {
      if (text.charAt(length) != text.charAt(0)) {
        break;
      }
      length++;
    }
    return length;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+' || c == '.';
  }
}
