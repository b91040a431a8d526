package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.source.TextLiterals;
import java.util.List;

/**
 * A condition for a step to run, which the caller thread can test.
 *
 * @param holds the expression that tests it
 * @param opposite a description of the opposite, for display
 */
record Guard(CodeBlock holds, String opposite) {

  /** Returns a guard that holds if a step has a value. */
  static Guard present(String step) {
    return new Guard(CodeBlock.of("$L.isPresent()", step), step + " is absent");
  }

  /** Returns an expression that tests all guards. */
  static CodeBlock all(List<Guard> guards) {
    return CodeBlock.join(guards.stream().map(Guard::holds).toList(), " && ");
  }

  /**
   * Returns an expression for the reason why the step does not run: the opposite of the first guard
   * that does not hold.
   */
  static CodeBlock reason(List<Guard> guards) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Guard guard : guards.subList(0, guards.size() - 1)) {
      code.add("!($L) ? $L : ", guard.holds, TextLiterals.of(guard.opposite));
    }
    return code.add("$L", TextLiterals.of(guards.get(guards.size() - 1).opposite)).build();
  }
}
