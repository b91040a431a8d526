package io.stepwright.processor.layout;

/** Writes lines without trailing blanks. Consecutive breaks begin one line. */
final class LineWriter {

  private final StringBuilder text = new StringBuilder();
  private int lines;
  private int spaces;
  private int lineIndent;

  void newLine(int indent, boolean afterBlankLine) {
    lines = Math.max(lines, afterBlankLine ? 2 : 1);
    spaces = indent;
  }

  void write(String piece) {
    if (piece.isEmpty() || (piece.charAt(0) == ' ' && piece.isBlank())) {
      spaces += piece.length();
      return;
    }
    if (lines > 0) {
      if (text.length() > 0) {
        text.append("\n".repeat(lines));
      }
      lineIndent = spaces;
      lines = 0;
    }
    text.append(" ".repeat(spaces));
    spaces = 0;
    text.append(
        TextBlock.is(piece)
            ? TextBlock.indented(piece, lineIndent)
            : JavadocLayout.is(piece) ? JavadocLayout.of(piece, lineIndent) : piece);
  }

  /** Returns the written text, with a line feed at its end. */
  String text() {
    return text.append('\n').toString();
  }
}
