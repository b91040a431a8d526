package io.stepwright.processor.layout;

import java.util.ArrayList;
import java.util.List;

/** Splits string literals that are too long for a line into sums: constants all the same. */
final class LongStrings {

  private static final int LINE_WIDTH = 100;

  /** The indent of a sum's other lines, their signs and their quotes. */
  private static final int AROUND = 4 + "+ ".length() + "\"\"".length();

  /** Compilers go through a sum by recursion. */
  private static final int MOST_PIECES = 100;

  private LongStrings() {}

  /**
   * Splits the literals of source that is laid out already. The lines that they are split into fit
   * once it is laid out again; a word that is too long by itself stays, and so does a text that
   * would be very many lines.
   */
  static String split(String source) {
    if (!hasLongLine(source)) {
      return source;
    }
    StringBuilder split = new StringBuilder();
    int copied = 0;
    List<Token> tokens = Lexer.tokens(source);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      // What has a method called on it would need brackets.
      boolean receiver = tokens.get(i + 1).text().equals(".");
      if (token.isText() && !TextBlock.is(token.text()) && !receiver) {
        int lineStart = source.lastIndexOf('\n', token.start()) + 1;
        int lineEnd = source.indexOf('\n', token.end());
        if (lineEnd - lineStart > LINE_WIDTH) {
          int room = Math.max(1, LINE_WIDTH - AROUND - (token.start() - lineStart));
          split.append(source, copied, token.start());
          split.append(sum(token.text(), room, lineEnd - token.end()));
          copied = token.end();
        }
      }
    }
    return split.append(source, copied, source.length()).toString();
  }

  private static boolean hasLongLine(String source) {
    int start = 0;
    for (int end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', start)) {
      if (end - start > LINE_WIDTH) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /**
   * The literal in pieces.
   *
   * @param room the most characters of a piece
   * @param trailing the characters after the last of them
   */
  private static String sum(String literal, int room, int trailing) {
    List<String> words = words(literal.substring(1, literal.length() - 1));
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int after = i + 1 == words.size() ? trailing : 0;
      boolean full = piece.length() + word.length() + after > room;
      if (piece.length() > 0 && (full || piece.toString().endsWith("\\n"))) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(word);
    }
    pieces.add(piece.toString());
    return pieces.size() > MOST_PIECES ? literal : "\"" + String.join("\" + \"", pieces) + "\"";
  }

  /** Words with the spaces before them and the line separators after them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '\\';
      boolean lineEnd = escape && text.charAt(i + 1) == 'n';
      if (text.charAt(i) == ' ' && i > start && text.charAt(i - 1) != ' ') {
        words.add(text.substring(start, i));
        start = i;
      }
      i += escape ? 1 : 0;
      if (lineEnd && !text.startsWith("\\n", i + 1)) {
        words.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length() || words.isEmpty()) {
      words.add(text.substring(start));
    }
    return words;
  }
}
