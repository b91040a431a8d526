package io.stepwright.processor.layout;

/** Lays out a {@code switch} with arrows, as a statement or an expression. */
final class SwitchLayout {

  private final TokenReader tokens;
  private final Grammar grammar;

  SwitchLayout(TokenReader tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  void cases(Ops out) {
    out.text(tokens.take("switch")).space().text(tokens.take("("));
    out.add(grammar.expression().ops()).text(tokens.take(")")).space().text(tokens.take("{"));
    out.open(2);
    boolean first = true;
    while (!tokens.at("}")) {
      out.newLine(!first && tokens.peek().afterBlankLine());
      rule(out);
      first = false;
    }
    out.close().newLine(false).text(tokens.take("}"));
  }

  private void rule(Ops out) {
    out.open(4);
    if (tokens.at("default")) {
      out.text(tokens.take());
    } else {
      labels(out);
    }
    out.space().text(tokens.take("->"));
    if (tokens.at("{")) {
      grammar.block(out.close().space(), true);
    } else if (tokens.at("throw")) {
      out.unified(" ").text(tokens.take()).space().add(grammar.expression().ops());
      out.text(tokens.take(";")).close();
    } else {
      out.unified(" ").add(grammar.expression().ops()).close().text(tokens.take(";"));
    }
  }

  private void labels(Ops out) {
    out.text(tokens.take("case")).open(0).space();
    label(out);
    while (tokens.takeIf(",")) {
      label(out.text(",").unified(" "));
    }
    out.close();
  }

  private void label(Ops out) {
    out.add(grammar.operation().ops());
  }
}
