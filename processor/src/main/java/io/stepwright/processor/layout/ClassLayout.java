package io.stepwright.processor.layout;

import java.util.Set;

/**
 * Lays out classes, interfaces and records. Members with unsupported syntax are copied unchanged.
 */
final class ClassLayout {

  private static final Set<String> TYPES = Set.of("class", "interface", "record");

  private final TokenReader tokens;
  private final Grammar grammar;
  private final TypeLayout types;
  private final ModifierReader modifiers;
  private final VariableReader variables;
  private final MethodLayout methods;
  private boolean known = true;

  ClassLayout(
      TokenReader tokens,
      Grammar grammar,
      TypeLayout types,
      ModifierReader modifiers,
      VariableReader variables,
      MethodLayout methods) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.types = types;
    this.modifiers = modifiers;
    this.variables = variables;
    this.methods = methods;
  }

  /** Returns whether the syntax of all members so far is supported. */
  boolean areKnown() {
    return known;
  }

  /** Lays out a type after its comments have been written. */
  void type(Ops out) {
    type(out, modifiers.read());
  }

  private void type(Ops out, Modifiers read) {
    read.declaration(out, true);
    String kind = tokens.take();
    if (!TYPES.contains(kind) || !read.types().isEmpty()) {
      throw new UnknownCodeException(kind);
    }
    out.text(kind).space().text(tokens.takeWord());
    boolean generic = tokens.takeIf("<");
    if (generic) {
      out.text("<");
    }
    out.open(4);
    if (kind.equals("record")) {
      recordHead(out, generic);
    } else {
      classHead(out, generic);
    }
    out.close();
    body(out);
  }

  private void classHead(Ops out, boolean generic) {
    if (generic) {
      Ops parameters = new Ops();
      int mark = tokens.mark();
      types.parametersRest(parameters, 0);
      boolean more = !tokens.at("{");
      if (more) {
        tokens.reset(mark);
        parameters = new Ops();
        types.parametersRest(parameters, 4);
      }
      out.add(parameters);
    }
    while (tokens.at("extends") || tokens.at("implements") || tokens.at("permits")) {
      superTypes(out.filled(" "));
    }
  }

  private void superTypes(Ops out) {
    String keyword = tokens.take();
    Ops list = new Ops().text(keyword).space().add(types.type());
    boolean several = tokens.at(",");
    while (tokens.takeIf(",")) {
      list.text(",").unified(" ").add(types.type());
    }
    out.open(several ? 4 : 0).add(list).close();
  }

  private void recordHead(Ops out, boolean generic) {
    if (generic) {
      types.parametersRest(out, 0);
    }
    out.text(tokens.take("("));
    if (!tokens.at(")")) {
      methods.formals(out.filled(""));
    }
    out.text(tokens.take(")"));
    while (tokens.at("implements")) {
      superTypes(out.filled(" "));
    }
  }

  /** Lays out members between braces. */
  void body(Ops out) {
    tokens.take("{");
    out.space().text("{").open(0);
    if (!tokens.at("}")) {
      out.open(2);
      members(out);
      out.newLine(false).close().newLine(false);
    }
    out.text(tokens.take("}")).close();
  }

  private void members(Ops out) {
    boolean first = true;
    boolean afterLarge = false;
    while (!tokens.at("}")) {
      int start = tokens.mark();
      boolean blankLine = tokens.peek().afterBlankLine();
      Ops member = new Ops();
      boolean large;
      try {
        String comments = tokens.takeComments();
        comments(member, comments);
        large = member(member) || !comments.isEmpty();
      } catch (UnknownCodeException unknown) {
        known = false;
        tokens.reset(start);
        large = skip();
        member = new Ops().text(tokens.sourceSince(start));
      }
      out.newLine(first ? blankLine : blankLine || large || afterLarge).add(member);
      first = false;
      afterLarge = large;
    }
  }

  /** Writes a documentation comment; other comments are not supported. */
  static void comments(Ops out, String comments) {
    if (comments.isEmpty()) {
      return;
    }
    boolean several = comments.indexOf("*/") < comments.length() - 2;
    if (several || !JavadocLayout.is(comments)) {
      throw new UnknownCodeException("a comment");
    }
    out.text(comments).newLine(false);
  }

  /** Lays out a member; returns whether blank lines surround it. */
  private boolean member(Ops out) {
    if (tokens.at("{") || (tokens.at("static") && tokens.at(1, "{"))) {
      if (tokens.takeIf("static")) {
        out.text("static").space();
      }
      grammar.block(out, false);
      return true;
    }
    Modifiers read = modifiers.read();
    if (TYPES.contains(tokens.peek().text()) && !tokens.at(1, "=")) {
      type(out, read);
      return true;
    }
    int mark = tokens.mark();
    boolean generic = tokens.at("<");
    boolean field = false;
    if (!generic && !tokens.at(1, "(")) {
      types.type();
      field = !tokens.at(1, "(");
      tokens.reset(mark);
    }
    if (!field) {
      methods.method(out, read);
      return true;
    }
    Declaration variable =
        variables.initialized(variables.variable(read, false, read.haveArguments()));
    variable.layout(out, tokens.take(";"));
    return read.haveArguments();
  }

  /** Skips a member of any kind; returns whether it is not a field. */
  private boolean skip() {
    boolean assigned = false;
    while (true) {
      if (tokens.at(";")) {
        tokens.skip();
        return !assigned && tokens.peek(-2).text().equals(")");
      }
      assigned |= tokens.at("=");
      boolean body = tokens.at("{") && !assigned;
      if (tokens.at("(") || tokens.at("{") || tokens.at("[")) {
        tokens.skipBrackets();
      } else {
        tokens.skip();
      }
      if (body) {
        return true;
      }
    }
  }
}
