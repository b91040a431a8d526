package io.stepwright.descriptor.json;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one string of a JSON file and records the offset of each of its characters. */
final class JsonStrings {

  private final String text;
  private final int start;
  private final StringBuilder value = new StringBuilder();

  // Null until the first escape: until then the offsets are consecutive.
  private @Nullable List<Integer> offsets;
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
      if (c == '\\' && offsets == null) {
        offsets = new ArrayList<>(new Straight(start + 1, value.length()));
      }
      if (offsets != null) {
        offsets.add(offset);
      }
      value.append(c == '\\' ? escape(offset) : c);
    }
    if (offsets != null) {
      offsets.add(at);
    }
    List<Integer> all =
        offsets == null ? new Straight(start + 1, value.length() + 1) : List.copyOf(offsets);
    return new JsonNode.JsonText(value.toString(), all, start, at + 1);
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
              "JSON has no escape \\%c.".formatted(c)
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

  /** Consecutive offsets, which are computed and not stored. Immutable. */
  private static final class Straight extends AbstractList<Integer> {

    private final int first;
    private final int size;

    Straight(int first, int size) {
      this.first = first;
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return first + Objects.checkIndex(index, size);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
