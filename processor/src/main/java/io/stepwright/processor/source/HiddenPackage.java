package io.stepwright.processor.source;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a qualified name that a variable hides: where {@code java} is a parameter, {@code
 * java.util.List.of()} reads a field of it (JLS 6.4.2). Nothing can be written instead.
 */
public final class HiddenPackage {

  /**
   * A type's name before a method or a reference to one, or with a constant at its end. After
   * {@code new} and {@code @} a name is always that of a type, as it is before {@code class}.
   */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?<![\\w.$@])(?<!new )"
              + "(?<type>(?<root>[\\w$]++)(?:\\.[a-z_][\\w$]*+)*+(?:\\.[A-Z][\\w$]*+)++)"
              + "(?:::|\\.(?!class\\b)|(?<=\\.[A-Z][A-Z0-9_]{0,99})[),;\\s])");

  private HiddenPackage() {}

  /**
   * The qualified name of a hidden type.
   *
   * @param names names of variables
   */
  public static Optional<String> in(String source, Set<String> names) {
    Matcher use = EXPRESSION.matcher(code(body(source)));
    while (use.find()) {
      if (names.contains(use.group("root"))) {
        return Optional.of(use.group("type"));
      }
    }
    return Optional.empty();
  }

  /** The source without its literals, its comments, and blanks before dots. */
  private static String code(String source) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      String quote = quote(source, at);
      if (source.startsWith("/*", at)) {
        at = source.indexOf("*/", at) + 2;
      } else if (quote.isEmpty()) {
        char c = source.charAt(at++);
        if (c == '.') {
          code.setLength(lengthWithoutBlanks(code)); // A line may begin with it.
        }
        code.append(c);
      } else {
        at += quote.length();
        while (!source.startsWith(quote, at)) {
          at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at += quote.length();
      }
    }
    return code.toString();
  }

  private static int lengthWithoutBlanks(StringBuilder code) {
    int length = code.length();
    while (length > 0 && Character.isWhitespace(code.charAt(length - 1))) {
      length--;
    }
    return length;
  }

  /** The quotes with which a literal begins; empty if none does. */
  private static String quote(String source, int at) {
    if (source.startsWith("\"\"\"", at)) {
      return "\"\"\"";
    }
    char c = source.charAt(at);
    return c == '"' || c == '\'' ? String.valueOf(c) : "";
  }

  private static String body(String source) {
    return source
        .lines()
        .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
        .collect(Collectors.joining("\n"));
  }
}
