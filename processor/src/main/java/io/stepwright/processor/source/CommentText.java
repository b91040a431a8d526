package io.stepwright.processor.source;

/**
 * Makes any text safe inside of a comment. The compiler reads Unicode escapes in comments, too, and
 * ends a comment at the first {@code *}{@code /}; a line break would end the line, and an unmatched
 * brace the inline tag around it.
 */
public final class CommentText {

  private static final int LONGEST = 120;

  private CommentText() {}

  /** The text on one line; a long one is cut. */
  public static String of(String text) {
    boolean cut = text.length() > LONGEST;
    String shown = cut ? text.substring(0, LONGEST) : text;
    boolean balanced = isBalanced(shown);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      boolean ends = c == '/' && i > 0 && shown.charAt(i - 1) == '*';
      if (c == '\\' || ends || (!balanced && (c == '{' || c == '}'))) {
        safe.append("&#").append((int) c).append(';');
      } else if (Character.isWhitespace(c)) {
        safe.append(' ');
      } else {
        safe.append(isVisible(shown, i) ? c : '?');
      }
    }
    return cut ? safe.append("...").toString() : safe.toString();
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return depth == 0;
  }

  /** Half a surrogate pair is no character; controls and direction marks show another text. */
  private static boolean isVisible(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.FORMAT;
  }
}
