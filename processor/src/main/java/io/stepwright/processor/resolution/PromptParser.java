package io.stepwright.processor.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the text of a prompt into literal text and slots. */
final class PromptParser {

  private static final Pattern PATH =
      Pattern.compile(
          // Possessive quantifiers, because other quantifiers recurse once for each part of a path.
          "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+"
              + "(?:\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)*+");

  private PromptParser() {}

  /** A piece of a prompt as it is written. */
  sealed interface Piece {}

  /** Literal text, with escapes resolved. */
  record Text(String text) implements Piece {}

  /**
   * A slot.
   *
   * @param path the path between the braces
   * @param offset the offset in the text at which the slot begins
   */
  record SlotText(String path, int offset) implements Piece {}

  /**
   * Text that begins like a slot but is none.
   *
   * @param text the text
   * @param reason the problem
   * @param offset the offset in the whole text at which it begins
   */
  record Broken(String text, String reason, int offset) implements Piece {}

  static List<Piece> parse(String prompt) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < prompt.length()) {
      if (prompt.startsWith("\\{{", at)) {
        literal.append("{{");
        at += 3;
      } else if (prompt.startsWith("{{", at)) {
        addText(pieces, literal);
        int end = prompt.indexOf("}}", at);
        pieces.add(slot(prompt, at, end));
        at = end < 0 ? prompt.length() : end + 2;
      } else {
        literal.append(prompt.charAt(at));
        at++;
      }
    }
    addText(pieces, literal);
    return pieces;
  }

  private static Piece slot(String prompt, int start, int end) {
    if (end < 0) {
      String rest = prompt.substring(start).lines().findFirst().orElse("");
      return new Broken(rest, "has no closing braces", start);
    }
    String path = prompt.substring(start + 2, end).strip();
    if (path.isEmpty()) {
      return new Broken("{{}}", "is empty", start);
    }
    return PATH.matcher(path).matches()
        ? new SlotText(path, start)
        : new Broken("{{" + path + "}}", "is not a path of names joined by dots", start);
  }

  private static void addText(List<Piece> pieces, StringBuilder literal) {
    if (!literal.isEmpty()) {
      pieces.add(new Text(literal.toString()));
      literal.setLength(0);
    }
  }
}
