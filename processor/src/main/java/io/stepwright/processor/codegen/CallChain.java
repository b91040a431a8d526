package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * An object and a chain of calls on it, each of which returns the object. It is written as one
 * expression or, if there are many calls, as several statements: compilers process a chain
 * recursively, and a thousand calls overflow their stack.
 */
final class CallChain {

  /** The maximum number of calls in one statement. */
  static final int MOST_CALLS = 100;

  private final ClassName type;
  private final CodeBlock start;
  private final List<CodeBlock> calls = new ArrayList<>();

  /**
   * Creates a chain without calls.
   *
   * @param type the type that the calls return
   * @param start the object
   */
  CallChain(ClassName type, CodeBlock start) {
    this.type = type;
    this.start = start;
  }

  /** Adds a call, such as {@code .text("Hello")}. */
  CallChain add(CodeBlock call) {
    calls.add(call);
    return this;
  }

  /** The type that the calls return. */
  ClassName type() {
    return type;
  }

  /** Returns whether there are no calls. */
  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** Returns whether the chain is too long for one expression. */
  boolean isLong() {
    return calls.size() > MOST_CALLS;
  }

  /** Returns the chain as an expression. It must not be too long for one. */
  CodeBlock expression() {
    if (isLong()) {
      throw new IllegalStateException(calls.size() + " calls in one expression");
    }
    return made(calls);
  }

  /** Declares a local variable with the object. */
  void declare(String local, MethodSpec.Builder method) {
    declareFirst(local, method);
    statements(local, rest(), method);
  }

  /** Declares a local variable with the object, without the calls of {@link #rest}. */
  void declareFirst(String local, MethodSpec.Builder method) {
    CodeBlock first = made(calls.subList(0, Math.min(MOST_CALLS, calls.size())));
    method.addStatement("$T $L = $L", type, local, first);
  }

  /** Returns the calls that do not fit into the first statement. */
  List<CodeBlock> rest() {
    return isLong() ? calls.subList(MOST_CALLS, calls.size()) : List.of();
  }

  /** Writes calls on a variable, split into statements that are not too long. */
  static void statements(String variable, List<CodeBlock> calls, MethodSpec.Builder method) {
    for (int i = 0; i < calls.size(); i += MOST_CALLS) {
      CodeBlock.Builder code = CodeBlock.builder().add("$L", variable);
      calls
          .subList(i, Math.min(calls.size(), i + MOST_CALLS))
          .forEach(call -> code.add("$L", call));
      method.addStatement("$L", code.build());
    }
  }

  private CodeBlock made(List<CodeBlock> some) {
    CodeBlock.Builder code = CodeBlock.builder().add(start);
    some.forEach(call -> code.add("$L", call));
    return code.build();
  }
}
