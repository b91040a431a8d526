package io.stepwright.descriptor.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads one string of a JSON file and records the offset of each of its characters. */
final class JsonStrings {

  private final String text;
  private final int start;
  private final StringBuilder value = new StringBuilder();

  // For each escape its index in the value, and the surplus of its and all earlier escapes over the
  // single character that each stands for.
  private int[] escapes = {};
  private int[] surplus = {};
  private int count;
  private int at;

  /**
   * Creates a reader.
   *
   * @param start the offset of the opening quote
   */
  JsonStrings(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start + 1;
  }

  JsonNode.JsonText read() throws JsonSyntaxException {
    while (peek() != '"') {
      int offset = at;
      char c = text.charAt(at++);
      if (c < ' ') {
        throw new JsonSyntaxException(
            c == '\n'
                ? "The string does not end on its line. JSON writes a line break as \\n."
                : "The string holds a control character. JSON writes it as an escape.",
            offset);
      }
      if (c == '\\') {
        value.append(escape(offset));
        record();
      } else {
        value.append(c);
      }
    }
    List<Integer> offsets =
        new Offsets(
            start + 1,
            value.length() + 1,
            Arrays.copyOf(escapes, count),
            Arrays.copyOf(surplus, count));
    return new JsonNode.JsonText(value.toString(), offsets, start, at + 1);
  }

  /** Records the escape that was read last. */
  private void record() {
    if (count == escapes.length) {
      int capacity = Math.max(8, count + count / 2);
      escapes = Arrays.copyOf(escapes, capacity);
      surplus = Arrays.copyOf(surplus, capacity);
    }
    escapes[count] = value.length() - 1;
    surplus[count++] = at - (start + 1) - value.length();
  }

  private char escape(int offset) throws JsonSyntaxException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode(offset);
      default ->
          throw new JsonSyntaxException(
              "JSON has no escape \\%c.".formatted(Character.isISOControl(c) ? '?' : c)
                  + (c == '{' ? " Write two backslashes to keep the braces as text." : ""),
              offset);
    };
  }

  private char unicode(int offset) throws JsonSyntaxException {
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw new JsonSyntaxException("Four hexadecimal digits belong after \\u.", offset);
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private char peek() throws JsonSyntaxException {
    if (at >= text.length()) {
      throw new JsonSyntaxException("The string has no closing quote.", start);
    }
    return text.charAt(at);
  }

  /** Offsets, which are computed from the escapes and not stored. Immutable. */
  private static final class Offsets extends AbstractList<Integer> {

    private final int first;
    private final int size;
    private final int[] escapes;
    private final int[] surplus;

    Offsets(int first, int size, int[] escapes, int[] surplus) {
      this.first = first;
      this.size = size;
      this.escapes = escapes;
      this.surplus = surplus;
    }

    @Override
    public Integer get(int index) {
      int found = Arrays.binarySearch(escapes, Objects.checkIndex(index, size));
      int before = found < 0 ? -found - 1 : found;
      return first + index + (before == 0 ? 0 : surplus[before - 1]);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
