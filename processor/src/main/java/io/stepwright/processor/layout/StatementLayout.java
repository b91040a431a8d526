package io.stepwright.processor.layout;

import java.util.Set;

/** Lays out blocks and simple statements. */
final class StatementLayout {

  private static final Set<String> UNKNOWN =
      Set.of("do", "assert", "synchronized", "class", "interface", "enum", "record", ";");

  private final TokenReader tokens;
  private final Grammar grammar;
  private final Lookahead next;
  private final ModifierReader modifiers;
  private final VariableReader variables;
  private final ControlFlowLayout control;

  StatementLayout(
      TokenReader tokens, Grammar grammar, ModifierReader modifiers, VariableReader variables) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.next = new Lookahead(tokens);
    this.modifiers = modifiers;
    this.variables = variables;
    this.control = new ControlFlowLayout(tokens, grammar, modifiers, variables, this::statement);
  }

  void block(Ops out, boolean collapseIfEmpty) {
    tokens.take("{");
    if (collapseIfEmpty && tokens.at("}")) {
      out.text("{").text(tokens.take());
      return;
    }
    out.open(0).open(2).text("{");
    statements(out);
    out.close().newLine(false).close().text(tokens.take("}"));
  }

  /** Lays out statements up to a closing brace, each on its own line. */
  void statements(Ops out) {
    boolean first = true;
    while (!tokens.at("}")) {
      out.newLine(!first && tokens.peek().afterBlankLine());
      statement(out);
      first = false;
    }
  }

  private void statement(Ops out) {
    String first = tokens.peek().text();
    if (UNKNOWN.contains(first) || (tokens.atWord() && tokens.at(1, ":"))) {
      throw new UnknownCodeException(first);
    }
    switch (first) {
      case "{" -> block(out, false);
      case "switch" -> grammar.switchCases(out);
      case "if", "for", "while", "try" -> control.statement(out);
      case "return", "throw" -> leave(out);
      case "break", "continue" -> out.open(4).text(tokens.take()).close().text(tokens.take(";"));
      case "yield" -> yieldOrExpression(out);
      case "@", "final" -> local(out);
      default -> {
        if (next.isDeclaration()) {
          local(out);
        } else {
          out.add(grammar.expression().ops()).text(tokens.take(";"));
        }
      }
    }
  }

  private void yieldOrExpression(Ops out) {
    if (tokens.at(1, "=") || tokens.at(1, ".")) {
      out.add(grammar.expression().ops()).text(tokens.take(";"));
    } else {
      leave(out);
    }
  }

  private void leave(Ops out) {
    out.text(tokens.take());
    if (!tokens.at(";")) {
      out.space().add(grammar.expression().ops());
    }
    out.text(tokens.take(";"));
  }

  private void local(Ops out) {
    Modifiers read = modifiers.read();
    boolean vertical = !read.isAtMostOneMarker();
    Declaration variable = variables.initialized(variables.variable(read, false, vertical));
    variable.layout(out, tokens.take(";"));
  }
}
