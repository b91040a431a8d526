package io.stepwright.processor.testing;

import java.util.ArrayList;
import java.util.List;

/** Cuts Java source into tokens as the language specifies: Unicode escapes are decoded first. */
public final class JavaTokens {

  private static final String LITERAL = "\"\"";

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private JavaTokens(String text) {
    this.text = text;
  }

  /**
   * Returns the tokens, without comments; every string or character literal, and every
   * concatenation of literals, is the empty string.
   */
  public static List<String> of(String source) {
    JavaTokens tokens = new JavaTokens(translated(source));
    while (tokens.at < tokens.text.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  /**
   * Returns the source with its Unicode escapes decoded, except those after an odd number of
   * backslashes.
   */
  private static String translated(String source) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < source.length()) {
      if (source.startsWith("\\u", i)) {
        int digits = i + 1;
        while (source.charAt(digits) == 'u') {
          digits++;
        }
        text.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
        i = digits + 4;
      } else {
        int length = source.startsWith("\\\\", i) ? 2 : 1;
        text.append(source, i, i + length);
        i += length;
      }
    }
    return text.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("//", at)) {
      at = end("\n");
    } else if (text.startsWith("/*", at)) {
      at += 2;
      at = end("*/");
    } else if (text.startsWith("\"\"\"", at)) {
      at += 3;
      literal("\"\"\"");
    } else if (c == '"' || c == '\'') {
      at++;
      literal(String.valueOf(c));
    } else if (Character.isJavaIdentifierPart(c)) {
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      tokens.add(text.substring(start, at));
    } else {
      tokens.add(String.valueOf(c));
      at++;
    }
  }

  private int end(String mark) {
    int found = text.indexOf(mark, at);
    if (found < 0) {
      throw new IllegalArgumentException("no end of what begins at " + text.substring(at));
    }
    return found + mark.length();
  }

  private void literal(String quote) {
    while (!text.startsWith(quote, at)) {
      if (at >= text.length() || (quote.length() == 1 && text.charAt(at) == '\n')) {
        throw new IllegalArgumentException("a literal without an end");
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += quote.length();
    int last = tokens.size() - 1;
    if (last > 0 && tokens.get(last).equals("+") && tokens.get(last - 1).equals(LITERAL)) {
      tokens.remove(last);
    } else {
      tokens.add(LITERAL);
    }
  }
}
