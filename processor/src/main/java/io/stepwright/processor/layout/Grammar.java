package io.stepwright.processor.layout;

/**
 * The parts of the language that layouts request from each other. Each method reads the tokens of
 * the part that it lays out.
 */
interface Grammar {

  /** Reads an expression, including lambdas and assignments. */
  Expression expression();

  /** Reads an expression that is neither a lambda nor an assignment. */
  Expression operation();

  /** Lays out an array initializer. */
  void arrayInitializer(Ops out, boolean inAnnotation);

  /** Lays out an annotation with its arguments. */
  void annotation(Ops out);

  /** Lays out statements between braces. */
  void block(Ops out, boolean collapseIfEmpty);

  /** Lays out a switch, from its keyword to its closing brace. */
  void switchCases(Ops out);

  /** Lays out members between braces. */
  void classBody(Ops out);
}
