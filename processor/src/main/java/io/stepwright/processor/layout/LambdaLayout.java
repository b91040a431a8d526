package io.stepwright.processor.layout;

/** Lays out lambdas. */
final class LambdaLayout {

  private final TokenReader tokens;
  private final Grammar grammar;

  LambdaLayout(TokenReader tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  Expression lambda() {
    Ops out = new Ops();
    if (tokens.at("(")) {
      out.open(4).text(tokens.take());
      if (!tokens.at(")")) {
        out.text(tokens.takeWord());
        while (tokens.takeIf(",")) {
          out.text(",").unified(" ").text(tokens.takeWord());
        }
      }
      out.text(tokens.take(")"));
    } else {
      out.open(0).text(tokens.takeWord());
    }
    out.close().space().text(tokens.take("->"));
    if (tokens.at("{")) {
      out.open(0).space();
      grammar.block(out, true);
    } else {
      out.open(4).unified(" ").add(grammar.expression().ops());
    }
    return Expression.of(out.close());
  }
}
