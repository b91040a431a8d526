package io.stepwright.processor.layout;

/** What the layouts of parts of the language ask of each other. Each reads what it lays out. */
interface Grammar {

  /** An expression, lambdas and assignments included. */
  Expression expression();

  /** An expression that is neither a lambda nor an assignment. */
  Expression operation();

  /** The values of an array between braces. */
  void arrayInitializer(Ops out, boolean inAnnotation);

  /** An annotation with its arguments. */
  void annotation(Ops out);

  /** Statements between braces. */
  void block(Ops out, boolean collapseIfEmpty);

  /** A switch, from its keyword to its closing brace. */
  void switchCases(Ops out);

  /** Members between braces. */
  void classBody(Ops out);
}
