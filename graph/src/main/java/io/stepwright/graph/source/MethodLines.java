package io.stepwright.graph.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a method in one source file by its name and the names of its parameters. */
final class MethodLines {

  /** Words that make a name with parentheses after them a call. */
  private static final Set<String> BEFORE_CALLS =
      Set.of("return", "new", "else", "do", "throw", "yield", "assert", "case");

  private static final Pattern WORD_BEFORE = Pattern.compile("([\\w$]+|[>\\]])\\s+$");
  private static final Pattern LAST_WORD = Pattern.compile("[\\s>\\].]([\\w$]+)\\s*(\\[\\s*])*$");

  private final String bare;

  MethodLines(String source) {
    this.bare = BareSource.of(source);
  }

  /**
   * Returns the line of a method's name, from 1; empty if there is no such method.
   *
   * @param types the simple names of the enclosing types, from the outermost
   */
  OptionalInt find(List<String> types, String method, List<String> parameters) {
    int from = 0;
    for (String type : types) {
      Matcher declaration =
          Pattern.compile("\\b(class|interface|record|enum)\\s+" + Pattern.quote(type) + "\\b")
              .matcher(bare);
      if (declaration.find(from)) {
        from = declaration.end();
      }
    }
    Matcher name =
        Pattern.compile("(?<![\\w$.])" + Pattern.quote(method) + "\\s*\\(").matcher(bare);
    for (boolean found = name.find(from); found; found = name.find()) {
      if (isDeclaration(name.start()) && parameters(name.end()).equals(parameters)) {
        return OptionalInt.of(
            1 + (int) bare.substring(0, name.start()).chars().filter(c -> c == '\n').count());
      }
    }
    return OptionalInt.empty();
  }

  private boolean isDeclaration(int position) {
    Matcher before = WORD_BEFORE.matcher(bare.substring(Math.max(0, position - 200), position));
    return before.find() && !BEFORE_CALLS.contains(before.group(1));
  }

  /** Returns the names of the parameters; for the arguments of a call, other texts. */
  private List<String> parameters(int from) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < bare.length(); i++) {
      char character = bare.charAt(i);
      if ("(<[{".indexOf(character) >= 0) {
        depth++;
      } else if (depth > 0 && ")>]}".indexOf(character) >= 0) {
        depth--;
      } else if (depth == 0 && (character == ',' || character == ')')) {
        String parameter = bare.substring(start, i);
        if (!parameter.isBlank()) {
          Matcher name = LAST_WORD.matcher(parameter.strip());
          names.add(name.find() ? name.group(1) : "");
        }
        start = i + 1;
        if (character == ')') {
          break;
        }
      }
    }
    return names;
  }
}
