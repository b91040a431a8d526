package io.stepwright.descriptor.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, collections, strings, numbers, booleans and nulls as JSON for people: small values
 * stay on one line.
 */
public final class JsonPrinter {

  private static final int LONGEST_LINE = 88;

  private JsonPrinter() {}

  /** Returns a value as JSON. */
  public static String write(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(value, 0, text);
    return text.toString();
  }

  private static void write(@Nullable Object value, int depth, StringBuilder text) {
    int start = text.length();
    // An attempt to write the value on one line stops when the line is too long, so that a deep
    // value is not written once for each level.
    if (!nests(value) && oneLine(value, start + LONGEST_LINE - 2 * depth, text)) {
      return;
    }
    text.setLength(start);
    String newLine = "\n" + "  ".repeat(depth);
    String separator = newLine + "  ";
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      for (Map.Entry<?, ?> member : map.entrySet()) {
        text.append(separator);
        name(member.getKey(), text);
        write(member.getValue(), depth + 1, text);
        separator = "," + newLine + "  ";
      }
      text.append(map.isEmpty() ? "}" : newLine + "}");
    } else if (value instanceof Collection<?> items) {
      text.append('[');
      for (Object item : items) {
        text.append(separator);
        write(item, depth + 1, text);
        separator = "," + newLine + "  ";
      }
      text.append(items.isEmpty() ? "]" : newLine + "]");
    } else {
      scalar(value, text);
    }
  }

  private static boolean nests(@Nullable Object value) {
    return value instanceof Map<?, ?> map && map.values().stream().anyMatch(JsonPrinter::isRich);
  }

  private static boolean isRich(@Nullable Object value) {
    return value instanceof Map
        || (value instanceof Collection<?> items && items.stream().anyMatch(Map.class::isInstance));
  }

  /** Writes a value on one line; returns false, and may stop, if the text becomes too long. */
  private static boolean oneLine(@Nullable Object value, int longest, StringBuilder text) {
    String separator = "";
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      for (Map.Entry<?, ?> member : map.entrySet()) {
        text.append(separator);
        name(member.getKey(), text);
        if (!oneLine(member.getValue(), longest, text)) {
          return false;
        }
        separator = ", ";
      }
      text.append('}');
    } else if (value instanceof Collection<?> items) {
      text.append('[');
      for (Object item : items) {
        text.append(separator);
        if (!oneLine(item, longest, text)) {
          return false;
        }
        separator = ", ";
      }
      text.append(']');
    } else {
      scalar(value, text);
    }
    return text.length() <= longest;
  }

  private static void name(@Nullable Object name, StringBuilder text) {
    quote(String.valueOf(name), text);
    text.append(": ");
  }

  private static void scalar(@Nullable Object value, StringBuilder text) {
    if (value instanceof String string) {
      quote(string, text);
    } else {
      text.append(value);
    }
  }

  /**
   * Returns a text in quotes, with escapes for characters that JSON or Java sources cannot contain.
   */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    quote(text, quoted);
    return quoted.toString();
  }

  private static void quote(String text, StringBuilder quoted) {
    quoted.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == '\u007f' || isHalf(text, i)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    quoted.append('"');
  }

  /** Returns whether a character is an unpaired surrogate, which no file can contain unescaped. */
  private static boolean isHalf(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
