package io.stepwright.processor.json;

import java.util.ArrayList;
import java.util.List;

/** Reads one string of a JSON file and records the offset of each of its characters. */
final class JsonStrings {

  private final String text;
  private final int start;
  private final StringBuilder value = new StringBuilder();
  private final List<Integer> offsets = new ArrayList<>();
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
      offsets.add(offset);
      value.append(c == '\\' ? escape(offset) : c);
    }
    offsets.add(at);
    return new JsonNode.JsonText(value.toString(), List.copyOf(offsets), start, at + 1);
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
}
