package io.stepwright.processor.codegen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, collections, strings, numbers, booleans and nulls as JSON for people: what is small
 * stays on one line.
 */
public final class JsonText {

  private static final int LONGEST_LINE = 88;

  private JsonText() {}

  /** The value as JSON. */
  public static String write(@Nullable Object value) {
    return write(value, 0);
  }

  private static String write(@Nullable Object value, int depth) {
    String line = oneLine(value);
    boolean nests =
        value instanceof Map<?, ?> map && map.values().stream().anyMatch(JsonText::isRich);
    boolean fits = 2 * depth + line.length() <= LONGEST_LINE;
    if ((fits && !nests) || !(value instanceof Map || value instanceof Collection)) {
      return line;
    }
    List<String> members = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.add(name(name) + write(member, depth + 1)));
      return lines("{", members, "}", depth);
    }
    for (Object item : (Collection<?>) value) {
      members.add(write(item, depth + 1));
    }
    return lines("[", members, "]", depth);
  }

  private static boolean isRich(@Nullable Object value) {
    return value instanceof Map
        || (value instanceof Collection<?> items && items.stream().anyMatch(Map.class::isInstance));
  }

  private static String oneLine(@Nullable Object value) {
    List<String> members = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.add(name(name) + oneLine(member)));
      return "{" + String.join(", ", members) + "}";
    }
    if (value instanceof Collection<?> items) {
      items.forEach(item -> members.add(oneLine(item)));
      return "[" + String.join(", ", members) + "]";
    }
    return value instanceof String text ? quote(text) : String.valueOf(value);
  }

  private static String name(@Nullable Object name) {
    return quote(String.valueOf(name)) + ": ";
  }

  private static String lines(String open, List<String> members, String close, int depth) {
    String indent = "  ".repeat(depth);
    return members.isEmpty()
        ? open + close
        : open + "\n  " + indent + String.join(",\n  " + indent, members) + "\n" + indent + close;
  }

  /** The text in quotes, with what JSON and Java sources cannot hold escaped. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == '\u007f') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
