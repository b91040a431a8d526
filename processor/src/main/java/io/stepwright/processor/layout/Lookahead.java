package io.stepwright.processor.layout;

import java.util.Set;

/** Determines the next construct where one token does not identify it. */
final class Lookahead {

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");
  private static final Set<String> NO_NAMES =
      Set.of(
          "new",
          "return",
          "throw",
          "this",
          "super",
          "switch",
          "if",
          "for",
          "while",
          "try",
          "true",
          "false",
          "null",
          "instanceof",
          "else",
          "yield",
          "case",
          "break",
          "continue",
          "assert",
          "do");

  private final TokenReader tokens;

  Lookahead(TokenReader tokens) {
    this.tokens = tokens;
  }

  static boolean isPrimitive(String word) {
    return PRIMITIVES.contains(word);
  }

  /** Returns whether the parameters of a lambda and its arrow follow. */
  boolean isLambda() {
    return tokens.at("(")
        ? tokens.afterClosing().text().equals("->")
        : tokens.atWord() && tokens.at(1, "->");
  }

  /** Returns whether a type and a name follow. */
  boolean isDeclaration() {
    int mark = tokens.mark();
    boolean declaration = skip() && tokens.atWord() && !tokens.at("instanceof");
    tokens.reset(mark);
    return declaration;
  }

  /**
   * Returns whether a type follows that is not also an expression, as in {@code List<String>::new}
   * or {@code Foo.class}.
   */
  boolean isTypeOperand() {
    String after = tokens.peek(1).text();
    if (after.isEmpty() || ".<[:@".indexOf(after.charAt(0)) < 0) {
      return false;
    }
    int mark = tokens.mark();
    boolean type = skip() && (tokens.at("::") || (tokens.at(".") && tokens.at(1, "class")));
    tokens.reset(mark);
    return type;
  }

  /** Returns whether a cast follows: a type in parentheses and an operand. */
  boolean isCast() {
    int mark = tokens.mark();
    tokens.take("(");
    boolean primitive = isPrimitive(tokens.peek().text());
    boolean cast = skip();
    while (cast && tokens.takeIf("&")) {
      cast = skip();
    }
    boolean closed = cast && tokens.takeIf(")");
    Token next = tokens.peek();
    boolean operand =
        switch (next.kind()) {
          case WORD -> !next.text().equals("instanceof");
          case LITERAL -> true;
          case SYMBOL ->
              next.text().equals("(")
                  || next.text().equals("!")
                  || next.text().equals("~")
                  || (primitive && (next.text().equals("-") || next.text().equals("+")));
          case END -> false;
        };
    tokens.reset(mark);
    return closed && operand;
  }

  /** Skips a type; if none follows, returns false at any position. */
  private boolean skip() {
    if (!skipAnnotations() || !tokens.atWord() || NO_NAMES.contains(tokens.peek().text())) {
      return false;
    }
    if (isPrimitive(tokens.take())) {
      return skipDimensions();
    }
    if (!skipArguments()) {
      return false;
    }
    while (tokens.at(".") && (tokens.at(1, "@") || isName(tokens.peek(1)))) {
      tokens.take();
      if (!skipAnnotations() || !tokens.atWord()) {
        return false;
      }
      tokens.take();
      if (!skipArguments()) {
        return false;
      }
    }
    return skipDimensions();
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD && !token.text().equals("class");
  }

  private boolean skipAnnotations() {
    while (tokens.at("@")) {
      do {
        tokens.take();
        if (!tokens.atWord()) {
          return false;
        }
        tokens.take();
      } while (tokens.at("."));
      if (tokens.at("(")) {
        tokens.skipBrackets();
      }
    }
    return true;
  }

  private boolean skipDimensions() {
    while (tokens.at("@") || (tokens.at("[") && tokens.at(1, "]"))) {
      if (!skipAnnotations() || !tokens.at("[")) {
        return false;
      }
      tokens.skipBrackets();
    }
    return true;
  }

  private boolean skipArguments() {
    if (!tokens.at("<")) {
      return true;
    }
    do {
      tokens.take();
      if (tokens.at(">")) {
        break;
      }
      if (!skipArgument()) {
        return false;
      }
    } while (tokens.at(","));
    return tokens.takeIf(">");
  }

  private boolean skipArgument() {
    if (!skipAnnotations()) {
      return false;
    }
    if (!tokens.takeIf("?")) {
      return skip();
    }
    return !(tokens.takeIf("extends") || tokens.takeIf("super")) || skip();
  }
}
