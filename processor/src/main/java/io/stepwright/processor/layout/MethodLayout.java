package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;

/** Lays out methods and constructors. */
final class MethodLayout {

  private final TokenReader tokens;
  private final TypeLayout types;
  private final ModifierReader modifiers;
  private final VariableReader variables;
  private final StatementLayout statements;

  MethodLayout(
      TokenReader tokens,
      TypeLayout types,
      ModifierReader modifiers,
      VariableReader variables,
      StatementLayout statements) {
    this.tokens = tokens;
    this.types = types;
    this.modifiers = modifiers;
    this.variables = variables;
    this.statements = statements;
  }

  /** Lays out a method whose modifiers have been read. */
  void method(Ops out, Modifiers read) {
    BreakTag beforeName = new BreakTag();
    BreakTag beforeType = new BreakTag();
    read.declaration(out, true);
    boolean generic = tokens.at("<");
    out.open(4).open(0);
    if (generic) {
      if (!read.types().isEmpty()) {
        read.typeAnnotations(out, false);
        out.filled(" ");
      }
      out.text(tokens.take("<"));
      types.parametersRest(out, 4);
    }
    boolean constructor = tokens.at(1, "(");
    if (constructor) {
      constructorName(out, read, generic, beforeName);
    } else {
      typeAndName(out, read, generic, beforeType, beforeName);
    }
    out.text(tokens.take("(")).close().close();
    out.open(Indent.ifBroken(beforeName, 0)).open(Indent.ifBroken(beforeType, 0)).open(0);
    if (!tokens.at(")")) {
      formals(out.filled(""));
    }
    out.text(tokens.take(")"));
    if (tokens.at("throws")) {
      thrown(out.filled(" "));
    }
    out.close().close().close();
    if (tokens.at(";")) {
      out.text(tokens.take()).close();
    } else {
      out.space().text(tokens.take("{")).close();
      body(out);
    }
  }

  private void constructorName(Ops out, Modifiers read, boolean generic, BreakTag beforeName) {
    if (!read.types().isEmpty()) {
      throw new UnknownCodeException("an annotation of the type of a constructor");
    }
    if (generic) {
      out.brk(Fill.INDEPENDENT, " ", 0, beforeName);
    }
    out.open(0).text(tokens.takeWord());
  }

  private void typeAndName(
      Ops out, Modifiers read, boolean generic, BreakTag beforeType, BreakTag beforeName) {
    if (generic) {
      out.brk(Fill.INDEPENDENT, " ", 0, beforeType);
    }
    out.open(Indent.ifBroken(beforeType, 0)).open(0);
    if (!generic && !read.types().isEmpty()) {
      read.typeAnnotations(out, false);
      out.unified(" ");
    }
    out.add(types.base());
    types.dimensions(out);
    out.close().brk(Fill.INDEPENDENT, " ", 0, beforeName).text(tokens.takeWord());
  }

  /** Lays out the parameters between the parentheses. */
  void formals(Ops out) {
    out.open(0);
    boolean more = true;
    while (more) {
      Declaration parameter = variables.variable(modifiers.read(), true, false);
      more = tokens.takeIf(",");
      parameter.layout(out, more ? "," : "");
      if (more) {
        out.unified(" ");
      }
    }
    out.close();
  }

  private void thrown(Ops out) {
    out.open(4).text(tokens.take("throws")).filled(" ").add(types.type());
    while (tokens.takeIf(",")) {
      out.text(",").unified(" ").add(types.type());
    }
    out.close();
  }

  private void body(Ops out) {
    if (!tokens.at("}")) {
      out.open(2);
      statements.statements(out);
      out.close().newLine(false);
    }
    out.text(tokens.take("}"));
  }
}
