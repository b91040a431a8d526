package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.ResolvedCheck.Argument;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of a model step. */
final class CheckWriter {

  private final TypeName result;
  private final List<ResolvedCheck> checks;
  private final CallArguments overloads;

  /**
   * Creates a writer.
   *
   * @param result the type of the step's result, boxed
   * @param overloads writes the arguments of the checks
   */
  CheckWriter(TypeName result, List<ResolvedCheck> checks, CallArguments overloads) {
    this.result = result;
    this.checks = checks;
    this.overloads = overloads;
  }

  /** Returns whether there are no checks. */
  boolean isEmpty() {
    return checks.isEmpty();
  }

  /** The type of a step whose answer is the result. */
  TypeName stepType() {
    return ParameterizedTypeName.get(Wiring.MODEL_STEP, result);
  }

  /**
   * Declares a local variable with the step and its checks, and returns its name. If there are no
   * checks, declares nothing and returns the name of the step itself.
   */
  String declare(String step, NameScope locals, MethodSpec.Builder method) {
    if (checks.isEmpty()) {
      return step;
    }
    String local = locals.take("checked");
    String item = locals.take("it");
    String value = locals.take("value");
    List<CodeBlock> parts = new ArrayList<>();
    checks.forEach(check -> parts.add(check(check, item, value)));
    method.addStatement("$T $L = $L$L", stepType(), local, step, CodeBlock.join(parts, ""));
    return local;
  }

  /** Returns a check as a call on the step. */
  private CodeBlock check(ResolvedCheck check, String item, String value) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(argument(check, check.result(), check.unwraps() ? value : item));
    check
        .arguments()
        .forEach(argument -> arguments.add(argument(check, argument, argument.name())));
    // A method named yield cannot be called by its simple name (JLS 3.9).
    String called = check.method().equals("yield") ? "this.yield" : check.method();
    CodeBlock judged = CodeBlock.of("$L($L)", called, CodeBlock.join(arguments, ", "));
    return check.unwraps()
        ? CodeBlock.of(
            ".check($L, $L -> $L.flatMap($L -> $L))",
            TextLiterals.of(check.method()),
            item,
            item,
            value,
            judged)
        : CodeBlock.of(".check($L, $L -> $L)", TextLiterals.of(check.method()), item, judged);
  }

  private CodeBlock argument(ResolvedCheck check, Argument argument, String name) {
    return overloads.of(
        check.method(), CodeBlock.of("$L", name), argument.given(), argument.wanted());
  }
}
