package io.stepwright.processor.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits string literals that are too long for a line into sums, which are constant expressions,
 * too.
 */
final class LongStrings {

  private static final int LINE_WIDTH = 100;

  /** The columns that an operand takes besides its text: its indent, its sign and its quotes. */
  private static final int AROUND = 4 + "+ ".length() + "\"\"".length();

  /** Limit of operands, because compilers recurse into a sum. */
  private static final int MOST_PIECES = 100;

  private LongStrings() {}

  /**
   * Splits the literals of source that has been laid out. The new lines fit after the source is
   * laid out again. A word that is too long stays unsplit, as does a text that would need too many
   * lines.
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
      // A sum would need parentheses to have a method called on it.
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
   * Returns the literal as a sum of pieces.
   *
   * @param room the most characters of a piece
   * @param trailing the number of characters after the literal on its line
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

  /** Returns the words with the spaces before them and the line ends after them. */
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
