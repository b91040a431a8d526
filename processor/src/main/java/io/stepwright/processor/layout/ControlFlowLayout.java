package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lays out {@code if}, loops and {@code try}. */
final class ControlFlowLayout {

  private final TokenReader tokens;
  private final Grammar grammar;
  private final Lookahead next;
  private final ModifierReader modifiers;
  private final VariableReader variables;
  private final Consumer<Ops> statements;

  /**
   * Creates a layout.
   *
   * @param statements lays out any statement
   */
  ControlFlowLayout(
      TokenReader tokens,
      Grammar grammar,
      ModifierReader modifiers,
      VariableReader variables,
      Consumer<Ops> statements) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.next = new Lookahead(tokens);
    this.modifiers = modifiers;
    this.variables = variables;
    this.statements = statements;
  }

  void statement(Ops out) {
    switch (tokens.peek().text()) {
      case "if" -> ifElse(out);
      case "for" -> loop(out);
      case "while" -> {
        head(out);
        body(out, true);
      }
      default -> tryCatch(out);
    }
  }

  /** Lays out a keyword and an expression in parentheses. */
  private void head(Ops out) {
    out.text(tokens.take()).space().text(tokens.take("("));
    out.add(grammar.expression().ops()).text(tokens.take(")"));
  }

  /** Lays out a block on the same line, or a statement on the same or the next line. */
  private void body(Ops out, boolean collapseIfEmpty) {
    if (tokens.at("{")) {
      grammar.block(out.space(), collapseIfEmpty);
    } else {
      out.open(2).unified(" ");
      statements.accept(out);
      out.close();
    }
  }

  private void ifElse(Ops out) {
    out.open(0);
    boolean more = true;
    while (more) {
      head(out);
      boolean block = tokens.at("{");
      boolean empty = block && tokens.at(1, "}");
      if (empty && !tokens.at(2, "else")) {
        body(out, true);
        break;
      }
      body(out, false);
      more = false;
      if (tokens.at("else")) {
        if (block) {
          out.space();
        } else {
          out.newLine(false);
        }
        out.text(tokens.take());
        if (tokens.at("if")) {
          out.space();
          more = true;
        } else {
          body(out, false);
        }
      }
    }
    out.close();
  }

  private void loop(Ops out) {
    tokens.take("for");
    if (!tokens.at("(") || !forEach(out)) {
      throw new UnknownCodeException("a loop that counts");
    }
    body(out, true);
  }

  private boolean forEach(Ops out) {
    tokens.take("(");
    Modifiers read = modifiers.read();
    if (!next.isDeclaration()) {
      return false;
    }
    Declaration variable = variables.variable(read, false, false);
    if (!tokens.takeIf(":")) {
      return false;
    }
    out.open(0).text("for").space().text("(").open(0);
    variable.of(":", grammar.expression().ops(), false).layout(out);
    out.close().text(tokens.take(")")).close();
    return true;
  }

  private void tryCatch(Ops out) {
    out.open(0).text(tokens.take("try")).space();
    if (tokens.at("(")) {
      resources(out);
    }
    boolean hasMore = !tokens.at("{") || isFollowed(tokens.afterClosing().text());
    grammar.block(out, !hasMore);
    while (tokens.at("catch")) {
      out.space().text(tokens.take()).space().text(tokens.take("(")).open(4);
      caught(out);
      grammar.block(out.close().text(tokens.take(")")).space(), false);
    }
    if (tokens.at("finally")) {
      grammar.block(out.space().text(tokens.take()).space(), false);
    }
    out.close();
  }

  private static boolean isFollowed(String token) {
    return token.equals("catch") || token.equals("finally");
  }

  private void resources(Ops out) {
    List<Ops> resources = new ArrayList<>();
    tokens.take("(");
    do {
      Ops resource = new Ops();
      Modifiers read = modifiers.read();
      if (next.isDeclaration()) {
        boolean vertical = read.haveArguments();
        variables.initialized(variables.variable(read, true, vertical)).layout(resource);
      } else {
        resource.add(grammar.expression().ops());
      }
      if (tokens.at(";")) {
        resource.text(";").space();
      }
      resources.add(resource);
    } while (tokens.takeIf(";") && !tokens.at(")"));
    out.text("(").open(resources.size() > 1 ? 4 : 0);
    for (int i = 0; i < resources.size(); i++) {
      if (i > 0) {
        out.newLine(false);
      }
      out.add(resources.get(i));
    }
    out.text(tokens.take(")")).close().space();
  }

  private void caught(Ops out) {
    Modifiers read = modifiers.read();
    Declaration variable = variables.variable(read, false, false);
    if (!tokens.at(")")) {
      throw new UnknownCodeException("several exceptions in one catch");
    }
    out.brk(Fill.INDEPENDENT, "", 0, null).open(0);
    variable.layout(out);
    out.close();
  }
}
