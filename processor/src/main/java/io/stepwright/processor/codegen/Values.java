package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.schedule.Schedule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the values of one entry point are, and how code reads them: inputs and steps of the spine
 * are locals, of which those that may be absent are optionals; all other steps are forked.
 */
final class Values {

  private final Set<String> spine;
  private final Map<String, Set<String>> causes;

  Values(Schedule schedule) {
    Graph graph = schedule.graph();
    spine = schedule.spine();
    causes = graph.causesOfAbsence();
  }

  boolean onSpine(String step) {
    return spine.contains(step);
  }

  boolean maybeAbsent(String step) {
    return !causes.getOrDefault(step, Set.of()).isEmpty();
  }

  /** Whether the step's local is an optional. */
  boolean isOptionalLocal(String step) {
    return onSpine(step) && maybeAbsent(step);
  }

  /** A value for a step's body, in which everything that it waits for is there. */
  CodeBlock inBody(Binding binding) {
    return read(binding, "get", "getOptional");
  }

  /** A value for the caller, who waits for it. */
  CodeBlock joined(Binding binding) {
    return read(binding, "join", "joinOptional");
  }

  private CodeBlock read(Binding binding, String required, String optional) {
    String name = binding.source().name();
    if (binding.source() instanceof EntryInput) {
      return CodeBlock.of("$L", name);
    }
    boolean tolerant = binding.toleratesAbsence();
    CodeBlock widened = tolerant ? widening(binding) : CodeBlock.of("");
    if (!onSpine(name)) {
      return CodeBlock.of("$L.$L()$L", name, tolerant ? optional : required, widened);
    }
    if (maybeAbsent(name)) {
      return tolerant ? CodeBlock.of("$L$L", name, widened) : CodeBlock.of("$L.get()", name);
    }
    return tolerant ? CodeBlock.of("$T.of($L)", Optional.class, name) : CodeBlock.of("$L", name);
  }

  /** An optional of a subtype is no optional of its supertype until it is made one. */
  private static CodeBlock widening(Binding binding) {
    TypeRef given = ((Graph.StepValue) binding.source()).step().value().type();
    TypeRef wanted = binding.parameter().valueType();
    boolean same = given.equals(wanted) || given instanceof TypeRef.Primitive;
    return same ? CodeBlock.of("") : CodeBlock.of(".map(it -> it)");
  }
}
