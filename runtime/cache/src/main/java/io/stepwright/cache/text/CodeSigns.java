package io.stepwright.cache.text;

import org.jspecify.annotations.Nullable;

/**
 * Detects program code, where one character changes everything and which embedders hardly see. A
 * text with two signs of code counts as code: two operators, semicolons, braces or calls, or one
 * call with several arguments, or a database query.
 */
public final class CodeSigns {

  private static final int ENOUGH = 2;

  /** Longer operators first. */
  private static final String[] OPERATORS = {
    "===", "!==", "<=>", ">>>", "==", "!=", "<=", ">=", "&&", "||", "->", "=>", "::", "+=", "-=",
    "*=", "/=", "%=", "|=", "^=", ":=", "=~", "<<", ">>", "</", "/>", "${", "$(", "#{"
  };

  private CodeSigns() {}

  /** Tells whether a text is code or contains code. */
  public static boolean areIn(String text) {
    int signs = isQuery(text) ? ENOUGH : 0;
    boolean assigns = text.contains(" = ");
    for (int at = 0; at < text.length(); ) {
      if (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ' ') {
        at++;
        continue;
      }
      String operator = operator(text, at);
      if (operator != null) {
        signs++;
        at += operator.length();
      } else {
        signs += isSign(text, at, assigns) ? 1 : 0;
        signs += isCall(text, at) ? 1 : 0;
        at++;
      }
      if (signs >= ENOUGH) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String operator(String text, int at) {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        return operator;
      }
    }
    return null;
  }

  private static boolean isSign(String text, int at, boolean assigns) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return switch (text.charAt(at)) {
      case ';', '{', '}' -> true;
      case '(' -> isName(before) && !isPlural(text, at);
      case '[' -> isName(before) || before == ']';
      case '\\' -> isName(after);
      case '!', '~' -> isName(after) && !isName(before);
      case '+' -> (after == '+' && !isNameOfLanguage(text, at)) || isArithmetic(text, at, assigns);
      case '<' -> Character.isLetter(after) || isArithmetic(text, at, assigns);
      case '-', '*', '/', '%', '&', '|', '^', '>' -> isArithmetic(text, at, assigns);
      case '=' -> isAssignment(text, at);
      default -> false;
    };
  }

  /** Tells whether a bracket directly after a name holds names and commas: max(a, b). */
  private static boolean isCall(String text, int at) {
    if (text.charAt(at) != '(' || at == 0 || !isName(text.charAt(at - 1))) {
      return false;
    }
    boolean comma = false;
    for (int i = at + 1; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == ')') {
        return comma;
      }
      comma |= character == ',';
      if (!isName(character) && ",. \"'_".indexOf(character) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether a text contains SELECT in capital letters and also has lower-case letters. */
  private static boolean isQuery(String text) {
    int at = text.indexOf("SELECT ");
    return at >= 0
        && (at == 0 || !isName(text.charAt(at - 1)))
        && text.chars().anyMatch(Character::isLowerCase);
  }

  /** Matches the bracket of "file(s)". */
  private static boolean isPlural(String text, int at) {
    return text.startsWith("(s)", at)
        || text.startsWith("(es)", at)
        || text.startsWith("(ies)", at);
  }

  /** Matches C++, g++, Notepad++. A short other name, as in i++, is code. */
  private static boolean isNameOfLanguage(String text, int at) {
    int start = at;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, at);
    return word.equalsIgnoreCase("c") || word.equalsIgnoreCase("g") || word.length() > 5;
  }

  /**
   * Tells whether an operator with spaces around it stands beside a single letter: a - b, n * size.
   */
  private static boolean isArithmetic(String text, int at, boolean assigns) {
    return isSpace(text, at - 1)
        && isSpace(text, at + 1)
        && isName(text, at - 2)
        && isName(text, at + 2)
        && (isVariable(text, at - 2) || isVariable(text, at + 2) || assigns);
  }

  private static boolean isVariable(String text, int at) {
    return Character.isLetter(text.charAt(at))
        && "aAI".indexOf(text.charAt(at)) < 0
        && !isName(text, at - 1)
        && !isName(text, at + 1);
  }

  private static boolean isAssignment(String text, int at) {
    int left = at - 1;
    int right = at + 1;
    while (left >= 0 && text.charAt(left) == ' ') {
      left--;
    }
    while (right < text.length() && text.charAt(right) == ' ') {
      right++;
    }
    return left >= 0
        && right < text.length()
        && (isName(text.charAt(left)) || text.charAt(left) == ']')
        && (isName(text.charAt(right)) || "\"'([{-".indexOf(text.charAt(right)) >= 0);
  }

  private static boolean isSpace(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == ' ';
  }

  private static boolean isName(String text, int at) {
    return at >= 0 && at < text.length() && isName(text.charAt(at));
  }

  private static boolean isName(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
