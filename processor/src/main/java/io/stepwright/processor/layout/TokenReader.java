package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A position in the tokens of a source file. */
final class TokenReader {

  private final String source;
  private final List<Token> tokens;
  private final int[] closing;
  private int at;
  private int commentsTaken = -1;

  TokenReader(String source) {
    this.source = source;
    this.tokens = Lexer.tokens(source);
    this.closing = closing(tokens);
  }

  /** Computes for each opening bracket the index of its closing bracket. */
  private static int[] closing(List<Token> tokens) {
    int[] closing = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind() == Kind.SYMBOL ? token.text().charAt(0) : ' ') {
        case '(', '{', '[' -> open.push(i);
        case ')', '}', ']' -> {
          if (open.isEmpty()) {
            throw new UnknownCodeException("a bracket that closes nothing");
          }
          closing[open.pop()] = i;
        }
        default -> {}
      }
    }
    if (!open.isEmpty()) {
      throw new UnknownCodeException("a bracket that is not closed");
    }
    return closing;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.max(0, Math.min(at + ahead, tokens.size() - 1)));
  }

  boolean at(String text) {
    return at(0, text);
  }

  boolean at(int ahead, String text) {
    return peek(ahead).text().equals(text);
  }

  boolean atWord() {
    return peek().kind() == Kind.WORD;
  }

  /** Returns the token after the bracket that closes the current one. */
  Token afterClosing() {
    return tokens.get(closing[at] + 1);
  }

  /** Returns the text of the current token and advances. */
  String take() {
    Token token = peek();
    if (token.kind() == Kind.END || (!token.comments().isEmpty() && commentsTaken != at)) {
      throw new UnknownCodeException("a comment, or the end, at " + token.start());
    }
    at++;
    return token.text();
  }

  String take(String expected) {
    if (!at(expected)) {
      throw new UnknownCodeException("no " + expected + " at " + peek().start());
    }
    return take();
  }

  String takeWord() {
    if (!atWord()) {
      throw new UnknownCodeException("no name at " + peek().start());
    }
    return take();
  }

  /** Skips the current token of any kind. */
  void skip() {
    if (peek().kind() == Kind.END) {
      throw new UnknownCodeException("the end");
    }
    at++;
  }

  boolean takeIf(String text) {
    boolean taken = at(text);
    if (taken) {
      take();
    }
    return taken;
  }

  /** Returns the comments before the current token; empty if there are none. */
  String takeComments() {
    commentsTaken = at;
    return peek().comments();
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  /** Skips the current bracket and the tokens that it encloses. */
  void skipBrackets() {
    at = closing[at] + 1;
  }

  /** Returns whether a token with a text has been read since a mark. */
  boolean wasAtSince(int mark, String text) {
    return tokens.subList(mark, at).stream().anyMatch(token -> token.text().equals(text));
  }

  /** Returns the source from a token to the one before the current token, including comments. */
  String sourceSince(int mark) {
    return source.substring(tokens.get(mark).startWithComments(source), tokens.get(at - 1).end());
  }
}
