package io.stepwright.processor.codegen;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a qualified name that a variable hides: where {@code java} is a parameter, {@code
 * java.util.List.of()} reads a field of it (JLS 6.4.2). Nothing can be written instead.
 */
final class HiddenPackage {

  /** A type's name and what is asked of it; after {@code new} and {@code @} it is always a type. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?<![\\w.$@])(?<!new )(?<type>(?<root>[\\w$]+)(?:\\.[\\w$]+)*\\.[A-Z][\\w$]*)"
              + "(?:::|\\.(?!class\\b))");

  private HiddenPackage() {}

  /**
   * The qualified name of a hidden type.
   *
   * @param names names of variables
   */
  static Optional<String> in(String source, Set<String> names) {
    Matcher use = EXPRESSION.matcher(code(body(source)));
    while (use.find()) {
      if (names.contains(use.group("root"))) {
        return Optional.of(use.group("type"));
      }
    }
    return Optional.empty();
  }

  /** The source without its literals and comments. */
  private static String code(String source) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      String quote =
          source.startsWith("\"\"\"", at) ? "\"\"\"" : source.charAt(at) == '"' ? "\"" : "";
      if (source.startsWith("/*", at)) {
        at = source.indexOf("*/", at) + 2;
      } else if (quote.isEmpty()) {
        code.append(source.charAt(at++));
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

  private static String body(String source) {
    return source
        .lines()
        .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
        .collect(Collectors.joining("\n"));
  }
}
