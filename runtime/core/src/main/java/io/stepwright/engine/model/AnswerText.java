package io.stepwright.engine.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the answer from the text of a model, where servers leave in other parts: thoughts, a
 * fence around JSON, a byte order mark. Nothing is guessed: all of the remaining text has to be the
 * answer.
 */
final class AnswerText {

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int SHORTEST_FENCE = 3;

  private AnswerText() {}

  /**
   * Removes the thoughts at the beginning of a text. Returns the given object if there are none,
   * and null if the text holds only thoughts or they do not end. The operation is idempotent.
   */
  static @Nullable String withoutThoughts(String text) {
    int start = 0;
    int next = stripped(text, 0);
    boolean inChannel = false;
    int end = end(text, next);
    while (end >= 0) {
      inChannel |= Channels.end(text, next) >= 0;
      start = stripped(text, end);
      if (start == text.length()) {
        return null;
      }
      next = start;
      end = end(text, next);
    }
    String answer = text.substring(start);
    String whole = inChannel ? Channels.withoutEnd(answer) : answer;
    return inChannel && whole.isBlank() ? null : whole;
  }

  /** Returns the end of the thoughts or the header at an index, or -1 if there are none. */
  private static int end(String text, int start) {
    if (text.indexOf('<', start) < 0) {
      return -1; // As most answers, without the patterns of those that have some.
    }
    int end = Channels.end(text, start);
    return end >= 0 ? end : Thoughts.end(text, start);
  }

  /**
   * Returns the parts that may be the JSON in a text that is not JSON as a whole, the least changed
   * first. The caller parses them to find out.
   */
  static List<String> json(String text) {
    String unfenced = bare(text);
    String thoughtless = withoutThoughts(text);
    // A valid answer may contain the tag, but the text behind any tag is tried, as it has to parse
    // as JSON.
    String behind = text.substring(Thoughts.orphanEnd(text));
    return Stream.of(unfenced, thoughtless == null ? null : bare(thoughtless), bare(behind))
        .filter(Objects::nonNull)
        .distinct()
        .filter(inner -> inner.length() < text.length())
        .toList();
  }

  private static String bare(String text) {
    return withoutFence(stripStart(text).stripTrailing());
  }

  private static String stripStart(String text) {
    return text.substring(stripped(text, 0));
  }

  /** Returns the index after white space and byte order marks. */
  private static int stripped(String text, int from) {
    int start = from;
    while (start < text.length()
        && (text.charAt(start) == BYTE_ORDER_MARK || Character.isWhitespace(text.charAt(start)))) {
      start++;
    }
    return start;
  }

  /**
   * Returns the text within a fence that begins and ends the text, with or without a language name
   * behind it.
   */
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

  /** Returns the number of fence characters at the beginning of the text. */
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
