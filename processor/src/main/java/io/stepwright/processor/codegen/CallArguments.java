package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.TypeRef.Declared;
import java.util.Set;

/**
 * Writes arguments of calls to methods of the agent. If a method is overloaded, an argument whose
 * type differs from that of the parameter could select another method (JLS 15.12.2), so it is cast.
 */
final class CallArguments {

  private final Set<String> overloaded;
  private final TypeNames types;

  /**
   * Creates a writer.
   *
   * @param overloaded the names of overloaded methods
   */
  CallArguments(Set<String> overloaded, TypeNames types) {
    this.overloaded = overloaded;
    this.types = types;
  }

  /**
   * Writes an argument.
   *
   * @param given the type of the value
   * @param wanted the type of the parameter
   */
  CodeBlock of(String method, CodeBlock value, TypeRef given, TypeRef wanted) {
    boolean castable =
        wanted instanceof TypeRef.Primitive
            || (wanted instanceof Declared declared && declared.arguments().isEmpty());
    return overloaded.contains(method) && castable && !given.equals(wanted)
        ? CodeBlock.of("($T) $L", types.of(wanted), value)
        : value;
  }
}
