package io.stepwright.processor.layout;

import java.util.Arrays;
import java.util.List;

/** Changes the indentation of text blocks without changing their values. */
final class TextBlock {

  private static final String QUOTES = "\"\"\"";

  private TextBlock() {}

  static boolean is(String token) {
    return token.startsWith(QUOTES);
  }

  /**
   * Returns the block with its lines indented to a column; unchanged if lines begin with blanks
   * other than spaces.
   */
  static String indented(String block, int column) {
    List<String> lines = Arrays.asList(block.split("\n", -1));
    List<String> rest = lines.subList(1, lines.size());
    int incidental = Integer.MAX_VALUE;
    for (int i = 0; i < rest.size(); i++) {
      String line = rest.get(i);
      int spaces = spaces(line);
      if (spaces < line.length() && Character.isWhitespace(line.charAt(spaces))) {
        return block;
      }
      if (spaces < line.length()) {
        incidental = Math.min(incidental, spaces);
      }
    }
    StringBuilder moved = new StringBuilder(lines.get(0));
    for (String line : rest) {
      moved.append('\n');
      if (spaces(line) < line.length()) {
        moved.append(" ".repeat(column)).append(line, incidental, line.length());
      }
    }
    return moved.toString();
  }

  private static int spaces(String line) {
    int spaces = 0;
    while (spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }
}
