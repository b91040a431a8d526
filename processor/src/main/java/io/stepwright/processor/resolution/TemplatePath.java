package io.stepwright.processor.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a template, such as {@code welcome/{intent}.json}.
 *
 * @param literals what stands around the braces: one more than there are braces
 * @param braces what stands in the braces
 */
record TemplatePath(List<String> literals, List<String> braces) {

  /** What stands for a brace where no file is named like the constant. */
  static final String DEFAULT = "default";

  /** Splits a path; nothing if a brace has no partner or nothing in it. */
  static Optional<TemplatePath> parse(String path) {
    List<String> literals = new ArrayList<>();
    List<String> braces = new ArrayList<>();
    int at = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
      int close = path.indexOf('}', open);
      if (close < 0) {
        return Optional.empty();
      }
      literals.add(path.substring(at, open));
      braces.add(path.substring(open + 1, close).strip());
      at = close + 1;
    }
    literals.add(path.substring(at));
    boolean wrong =
        path.isBlank()
            || literals.stream().anyMatch(literal -> literal.contains("}"))
            || braces.stream().anyMatch(brace -> brace.isEmpty() || brace.contains("{"));
    return wrong
        ? Optional.empty()
        : Optional.of(new TemplatePath(List.copyOf(literals), List.copyOf(braces)));
  }

  /** The path of a file, with a value for each brace. */
  String file(List<String> values) {
    StringBuilder file = new StringBuilder(literals.get(0));
    for (int i = 0; i < values.size(); i++) {
      file.append(values.get(i)).append(literals.get(i + 1));
    }
    return file.toString();
  }

  /**
   * The values that stand for given ones, the given ones first: each may become the default, the
   * last one first.
   */
  static List<List<String>> candidates(List<String> values) {
    List<List<String>> candidates = new ArrayList<>();
    candidates.add(List.of());
    for (String value : values) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> candidate : candidates) {
        longer.add(with(candidate, value));
        if (!value.equals(DEFAULT)) {
          longer.add(with(candidate, DEFAULT));
        }
      }
      candidates = longer;
    }
    return candidates;
  }

  /** A list with one more value at its end. */
  static List<String> with(List<String> values, String value) {
    List<String> longer = new ArrayList<>(values);
    longer.add(value);
    return List.copyOf(longer);
  }
}
