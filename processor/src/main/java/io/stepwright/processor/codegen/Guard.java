package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.source.TextLiterals;
import java.util.List;

/**
 * Something that has to hold for a step to run, which the caller's thread can tell.
 *
 * @param holds whether it does
 * @param opposite what is the case if it does not, in words
 */
record Guard(CodeBlock holds, String opposite) {

  /** A step that may be absent has a value. */
  static Guard present(String step) {
    return new Guard(CodeBlock.of("$L.isPresent()", step), step + " is absent");
  }

  /** Whether all of them hold. */
  static CodeBlock all(List<Guard> guards) {
    return CodeBlock.join(guards.stream().map(Guard::holds).toList(), " && ");
  }

  /** Why the step does not run: the words of the first that does not hold. */
  static CodeBlock reason(List<Guard> guards) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Guard guard : guards.subList(0, guards.size() - 1)) {
      code.add("!($L) ? $L : ", guard.holds, TextLiterals.of(guard.opposite));
    }
    return code.add("$L", TextLiterals.of(guards.get(guards.size() - 1).opposite)).build();
  }
}
