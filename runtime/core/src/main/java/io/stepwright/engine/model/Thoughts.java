package io.stepwright.engine.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the thoughts at the beginning of a text: between {@code <think>} and {@code </think>}, or
 * the same with {@code thinking} or {@code thought}, in any case. Some templates send the opening
 * tag with the prompt. So a closing tag without an opening one counts if the answer begins on a new
 * line or directly behind the tag; prose about tags puts them between blanks, quotes or
 * punctuation.
 */
final class Thoughts {

  private static final Pattern TAG =
      Pattern.compile("<(/?)(think(?:ing)?|thought)>", Pattern.CASE_INSENSITIVE);

  private static final String BEFORE_QUOTED = "`\"'*_(<[{|/\u201c\u2018\u00ab\u201e";
  private static final String BEGINS_ANSWER = "*#({[$\u20ac\u00a1\u00bf";

  private Thoughts() {}

  /**
   * Returns the end of the thoughts, -1 if there are none, or the end of the text if they are not
   * closed.
   *
   * @param start the start index, not at white space
   */
  static int end(String text, int start) {
    Matcher tag = TAG.matcher(text);
    if (!tag.find(start)) {
      return -1;
    }
    if (!isClosing(tag)) {
      return tag.start() == start ? closed(tag, text) : -1;
    }
    return endsLine(text, start, tag) || touchesAnswer(text, start, tag) ? tag.end() : -1;
  }

  /** Returns the end of the first tag of the text if it is a closing one, else 0. */
  static int orphanEnd(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.find() && isClosing(tag) ? tag.end() : 0;
  }

  /** Returns the end of the tag that closes the current one; nested tags are counted. */
  private static int closed(Matcher tag, String text) {
    String name = name(tag);
    int depth = 1;
    while (depth > 0 && tag.find()) {
      if (name(tag).equals(name)) {
        depth += isClosing(tag) ? -1 : 1;
      }
    }
    return depth == 0 ? tag.end() : text.length();
  }

  private static boolean isClosing(Matcher tag) {
    return !tag.group(1).isEmpty();
  }

  private static String name(Matcher tag) {
    return tag.group(2).toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether a line break follows a closing tag without an opening one; the text may be about
   * tags. A tag at the end of the text must be alone on its line.
   */
  private static boolean endsLine(String text, int start, Matcher tag) {
    int next = tag.end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length()) {
      return hasLineBreak(text.substring(tag.end(), next));
    }
    String before = text.substring(start, tag.start());
    return before.substring(before.lastIndexOf('\n') + 1).isBlank();
  }

  /**
   * Tells whether an answer begins directly behind a closing tag that is neither opened nor quoted.
   */
  private static boolean touchesAnswer(String text, int start, Matcher tag) {
    if (tag.end() == text.length()) {
      return false;
    }
    boolean quoted =
        tag.start() > start && BEFORE_QUOTED.indexOf(text.charAt(tag.start() - 1)) >= 0;
    int next = text.codePointAt(tag.end());
    return !quoted && (Character.isLetterOrDigit(next) || BEGINS_ANSWER.indexOf(next) >= 0);
  }

  private static boolean hasLineBreak(String space) {
    return space.indexOf('\n') >= 0 || space.indexOf('\r') >= 0;
  }
}
