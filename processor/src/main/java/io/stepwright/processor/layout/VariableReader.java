package io.stepwright.processor.layout;

/** Reads declarations of variables. */
final class VariableReader {

  private final TokenReader tokens;
  private final Grammar grammar;
  private final TypeLayout types;

  VariableReader(TokenReader tokens, Grammar grammar, TypeLayout types) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.types = types;
  }

  /** Reads a variable without its initializer. */
  Declaration variable(Modifiers modifiers, boolean parameter, boolean vertical) {
    Ops type = types.base();
    Ops dimensions = types.dimensions(new Ops());
    String name = tokens.takeWord();
    return new Declaration(parameter, vertical, modifiers, type, dimensions, name, "", null, false);
  }

  /** Returns the variable with its initializer, if one follows. */
  Declaration initialized(Declaration variable) {
    if (!tokens.takeIf("=")) {
      return variable;
    }
    if (!tokens.at("{")) {
      return variable.of("=", grammar.expression().ops(), false);
    }
    Ops values = new Ops();
    grammar.arrayInitializer(values, false);
    return variable.of("=", values, true);
  }
}
