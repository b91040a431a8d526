package io.stepwright.processor.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes the names in a source file longer, so that its lines have to be broken at other places. */
final class StretchedNames {

  private static final int LONGEST = 30;
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "boolean",
          "case",
          "char",
          "class",
          "default",
          "double",
          "else",
          "extends",
          "final",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "static",
          "super",
          "switch",
          "this",
          "throw",
          "throws",
          "true",
          "false",
          "try",
          "void");

  private StretchedNames() {}

  /** Returns the source on one line, with each of some names made longer at every occurrence. */
  static String in(String source, Random random) {
    Map<String, String> names = new HashMap<>();
    StringBuilder stretched = new StringBuilder();
    int share = 1 + random.nextInt(4);
    Token last = null;
    List<Token> tokens = Lexer.tokens(source);
    boolean imports = true;
    for (Token token : tokens) {
      imports &= !token.text().equals("@");
      if (last != null && last.end() < token.start()) {
        stretched.append(' ');
      }
      // Keeps names in imports, because the formatter sorts imports and drops unused ones.
      boolean name = token.kind() == Token.Kind.WORD && !KEYWORDS.contains(token.text());
      if (imports && name) {
        names.put(token.text(), token.text());
      }
      stretched.append(
          name
              ? names.computeIfAbsent(
                  token.text(), word -> random.nextInt(4) < share ? longer(word, random) : word)
              : token.text());
      last = token;
    }
    return stretched.toString();
  }

  /**
   * Returns a longer name of the same case, so that types, constants and variables still look like
   * such.
   */
  private static String longer(String name, Random random) {
    boolean constant = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    return name + (constant ? "X" : "x").repeat(random.nextInt(LONGEST));
  }
}
