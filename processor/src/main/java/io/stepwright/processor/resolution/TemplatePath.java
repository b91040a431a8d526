package io.stepwright.processor.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a template, such as {@code welcome/{intent}.json}.
 *
 * @param literals the texts around the braces: one more than there are braces
 * @param braces the contents of the braces
 */
record TemplatePath(List<String> literals, List<String> braces) {

  /** Name of the file that is used if no file has the name of the constant. */
  static final String DEFAULT = "default";

  /** Parses a path; empty if a brace has no partner or is empty. */
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

  /** Returns the path of a file, with a value for each brace. */
  String file(List<String> values) {
    StringBuilder file = new StringBuilder(literals.get(0));
    for (int i = 0; i < values.size(); i++) {
      file.append(values.get(i)).append(literals.get(i + 1));
    }
    return file.toString();
  }

  /**
   * Returns the alternatives to try for some values, in order: first the values themselves, then
   * with values replaced by the default, beginning with the last one.
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

  /** Returns a copy of a list with one more value at its end. */
  static List<String> with(List<String> values, String value) {
    List<String> longer = new ArrayList<>(values);
    longer.add(value);
    return List.copyOf(longer);
  }
}
