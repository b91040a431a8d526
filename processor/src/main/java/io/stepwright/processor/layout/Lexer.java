package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits Java source into tokens. A sign of several characters is one token, except {@code >>},
 * which is two, because it may end two lists of type arguments.
 */
final class Lexer {

  private static final String TEXT_BLOCK = "\"\"\"";
  private static final List<String> SIGNS =
      List.of(
          "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=",
          "%=", "&=", "|=", "^=");

  /** The characters that can follow the first character of a sign. */
  private static final String LATER_IN_SIGNS = ".>:+-&|=";

  private final String source;
  private final List<Token> tokens;
  private int at;
  private int commentsStart = -1;
  private int commentsEnd;
  private boolean afterBlankLine;

  private Lexer(String source) {
    this.source = source;
    this.tokens = new ArrayList<>(source.length() / 4);
  }

  /**
   * Returns the tokens of a source file, followed by an end marker.
   *
   * @throws UnknownCodeException if it is not Java, or if quotes, backslashes or line ends are
   *     written as Unicode escapes
   */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.skip()) {
      lexer.next();
    }
    lexer.add(Kind.END, lexer.at);
    return lexer.tokens;
  }

  /** Skips blanks and comments; returns false at the end. */
  private boolean skip() {
    int lines = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\n') {
        lines++;
        afterBlankLine |= lines > 1 && commentsStart < 0;
        at++;
      } else if (c == ' ') {
        at++;
      } else if (c == '/' && (source.startsWith("//", at) || source.startsWith("/*", at))) {
        comment(source.charAt(at + 1) == '/' ? "\n" : "*/");
      } else {
        return true;
      }
    }
    return false;
  }

  private void comment(String end) {
    int found = source.indexOf(end, at + 2);
    if (found < 0) {
      throw new UnknownCodeException("a comment without an end");
    }
    commentsStart = commentsStart < 0 ? at : commentsStart;
    commentsEnd = end.equals("\n") ? found : found + 2;
    at = commentsEnd;
  }

  private void next() {
    char c = source.charAt(at);
    if (c == '"' && source.startsWith(TEXT_BLOCK, at)) {
      add(Kind.LITERAL, literalEnd(TEXT_BLOCK));
    } else if (c == '"' || c == '\'') {
      add(Kind.LITERAL, literalEnd(String.valueOf(c)));
    } else if (isDigit(c)
        || (c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
      add(Kind.LITERAL, numberEnd());
    } else if (Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)) {
      add(Kind.WORD, wordEnd());
    } else if (c > ' ' && c < 0x7f && c != '\\') {
      add(Kind.SYMBOL, at + sign().length());
    } else {
      throw new UnknownCodeException("a character that begins no token");
    }
  }

  private String sign() {
    boolean more = at + 1 < source.length() && LATER_IN_SIGNS.indexOf(source.charAt(at + 1)) >= 0;
    if (!more) {
      return source.substring(at, at + 1);
    }
    for (String sign : SIGNS) {
      if (source.startsWith(sign, at)) {
        return sign;
      }
    }
    return source.substring(at, at + 1);
  }

  private int literalEnd(String quote) {
    int end = at + quote.length();
    while (!source.startsWith(quote, end)) {
      if (end >= source.length() || (quote.length() == 1 && source.charAt(end) == '\n')) {
        throw new UnknownCodeException("a literal without an end");
      }
      boolean escape = source.charAt(end) == '\\';
      if (escape && source.startsWith("u", end + 1) && !isPlainEscape(end + 2)) {
        throw new UnknownCodeException("a Unicode escape that may be a quote");
      }
      end += escape ? 2 : 1;
    }
    return end + quote.length();
  }

  /** Returns whether a Unicode escape stands for a character that cannot end a literal. */
  private boolean isPlainEscape(int digits) {
    int end = digits + 4;
    if (end > source.length() || source.charAt(digits) == 'u') {
      return false;
    }
    String code = source.substring(digits, end).toLowerCase(Locale.ROOT);
    return !Set.of("0022", "0027", "005c", "000a", "000d").contains(code);
  }

  /** Returns the end of a number: of its digits, type suffix, dots and exponent with its sign. */
  private int numberEnd() {
    int end = at;
    boolean hexadecimal = source.startsWith("0x", at) || source.startsWith("0X", at);
    while (end < source.length()) {
      char c = source.charAt(end);
      char before = Character.toLowerCase(end > at ? source.charAt(end - 1) : ' ');
      boolean exponent = before == (hexadecimal ? 'p' : 'e') && (c == '+' || c == '-');
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponent) {
        break;
      }
      end++;
    }
    return end;
  }

  private int wordEnd() {
    int end = at;
    while (end < source.length()) {
      int c = source.codePointAt(end);
      if (!Character.isJavaIdentifierPart(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    if (end == at) {
      throw new UnknownCodeException("a character that begins no token");
    }
    return end;
  }

  private void add(Kind kind, int end) {
    String comments = commentsStart < 0 ? "" : source.substring(commentsStart, commentsEnd);
    tokens.add(new Token(kind, source.substring(at, end), at, comments, afterBlankLine));
    at = end;
    commentsStart = -1;
    afterBlankLine = false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
