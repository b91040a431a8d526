package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes a chain of calls that is too long for one method, whose code is limited to 65,535 bytes:
 * the further calls are moved to methods with the parameters of the step.
 */
final class ChainParts {

  /**
   * The maximum number of calls in one method. A call reads one value through some accessors, which
   * takes about 100 bytes at most.
   */
  private static final int MOST_CALLS = 5 * CallChain.MOST_CALLS;

  private final MethodModel step;
  private final NameScope names;
  private final TypeNames types;

  ChainParts(MethodModel step, NameScope names, TypeNames types) {
    this.step = step;
    this.names = names;
    this.types = types;
  }

  /** Declares a local variable with the value of the chain, and returns the further methods. */
  List<MethodSpec> declare(CallChain chain, String local, MethodSpec.Builder method) {
    List<CodeBlock> rest = chain.rest();
    if (rest.size() <= MOST_CALLS) {
      chain.declare(local, method);
      return List.of();
    }
    chain.declareFirst(local, method);
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", local));
    step.parameters().forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < rest.size(); i += MOST_CALLS) {
      List<CodeBlock> calls = rest.subList(i, Math.min(rest.size(), i + MOST_CALLS));
      MethodSpec part = part(chain, local, calls);
      method.addStatement("$L($L)", part.name(), CodeBlock.join(arguments, ", "));
      methods.add(part);
    }
    return methods;
  }

  /**
   * Adds the value of the chain to the arguments of a call: as a local variable, or directly if the
   * chain has no calls.
   *
   * @param wanted the preferred name of the local variable
   * @return the further methods
   */
  List<MethodSpec> argument(
      CallChain chain,
      String wanted,
      NameScope locals,
      MethodSpec.Builder method,
      List<CodeBlock> arguments) {
    if (chain.isEmpty()) {
      arguments.add(chain.expression());
      return List.of();
    }
    String local = locals.take(wanted);
    arguments.add(CodeBlock.of("$L", local));
    return declare(chain, local, method);
  }

  private MethodSpec part(CallChain chain, String local, List<CodeBlock> calls) {
    String name = names.take(step.name() + NameScope.capitalized(local));
    MethodSpec.Builder part =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(chain.type(), local);
    Methods.addParameters(step.parameters(), types, part);
    CallChain.statements(local, calls, part);
    return part.build();
  }
}
