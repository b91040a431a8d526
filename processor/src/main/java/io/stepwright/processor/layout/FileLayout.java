package io.stepwright.processor.layout;

/** Lays out a source file, and connects the layouts of its parts. */
final class FileLayout implements Grammar {

  private final TokenReader tokens;
  private final Lookahead next;
  private final ModifierReader modifiers;
  private final AnnotationLayout annotations;
  private final OperatorLayout operators;
  private final LambdaLayout lambdas;
  private final StatementLayout statements;
  private final SwitchLayout switches;
  private final ClassLayout classes;

  FileLayout(String source) {
    tokens = new TokenReader(source);
    next = new Lookahead(tokens);
    modifiers = new ModifierReader(tokens, this);
    annotations = new AnnotationLayout(tokens, this);
    lambdas = new LambdaLayout(tokens, this);
    TypeLayout types = new TypeLayout(tokens, this);
    PrimaryLayout primaries = new PrimaryLayout(tokens, this, types);
    operators = new OperatorLayout(tokens, this, types, primaries::primary);
    VariableReader variables = new VariableReader(tokens, this, types);
    statements = new StatementLayout(tokens, this, modifiers, variables);
    switches = new SwitchLayout(tokens, this);
    MethodLayout methods = new MethodLayout(tokens, types, modifiers, variables, statements);
    classes = new ClassLayout(tokens, this, types, modifiers, variables, methods);
  }

  /**
   * Lays out the whole file.
   *
   * @throws UnknownCodeException if the file has unsupported syntax outside of members
   */
  Ops file() {
    Ops out = new Ops();
    boolean first = true;
    if (tokens.at("package")) {
      out.text(tokens.take()).space().text(qualified()).text(tokens.take(";"));
      first = false;
    }
    boolean imported = false;
    while (tokens.at("import")) {
      if (!first) {
        out.newLine(!imported || tokens.peek().afterBlankLine());
      }
      imports(out);
      imported = true;
      first = false;
    }
    while (tokens.peek().kind() != Token.Kind.END) {
      if (!first) {
        out.newLine(true);
      }
      ClassLayout.comments(out, tokens.takeComments());
      classes.type(out);
      first = false;
    }
    return out;
  }

  /** Returns whether the syntax of the whole file, all members included, is supported. */
  boolean isKnown() {
    return classes.areKnown();
  }

  private void imports(Ops out) {
    out.text(tokens.take("import")).space();
    if (tokens.takeIf("static")) {
      out.text("static").space();
    }
    String name = qualified();
    modifiers.imported(name);
    out.text(name).text(tokens.take(";"));
  }

  private String qualified() {
    StringBuilder name = new StringBuilder(tokens.takeWord());
    while (tokens.takeIf(".")) {
      name.append('.').append(tokens.at("*") ? tokens.take() : tokens.takeWord());
    }
    return name.toString();
  }

  @Override
  public Expression expression() {
    return next.isLambda() ? lambdas.lambda() : operators.assignment();
  }

  @Override
  public Expression operation() {
    return operators.conditional();
  }

  @Override
  public void arrayInitializer(Ops out, boolean inAnnotation) {
    annotations.array(out, inAnnotation);
  }

  @Override
  public void annotation(Ops out) {
    annotations.annotation(out);
  }

  @Override
  public void block(Ops out, boolean collapseIfEmpty) {
    statements.block(out, collapseIfEmpty);
  }

  @Override
  public void switchCases(Ops out) {
    switches.cases(out);
  }

  @Override
  public void classBody(Ops out) {
    classes.body(out);
  }
}
