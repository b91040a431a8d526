package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValueModel;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the end of an entry point, which returns its result. */
final class ResultWriter {

  private final Schedule schedule;
  private final Values values;
  private final TypeNames types;
  private final String run;
  private final NameScope locals;
  private final ValueModel result;

  ResultWriter(Schedule schedule, Values values, TypeNames types, String run, NameScope locals) {
    this.schedule = schedule;
    this.values = values;
    this.types = types;
    this.run = run;
    this.locals = locals;
    this.result = schedule.graph().entryPoint().result();
  }

  /**
   * Returns the statements at the end of the method.
   *
   * @param inLambda true if a value must be returned even if the entry point has no result
   */
  CodeBlock statements(boolean inLambda) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (schedule.graph().result() instanceof StepResult step) {
      end(stepValue(step.step()), code);
    } else if (schedule.graph().result() instanceof AssembledResult assembled) {
      end(assembled(assembled, code), code);
    } else {
      code.addStatement("$L.finish()", run);
      if (inLambda) {
        code.addStatement("return null");
      }
    }
    return code.build();
  }

  private void end(CodeBlock value, CodeBlock.Builder code) {
    if (result.reported()) {
      code.addStatement("return $T.of($L, $L)", Wiring.AGENT_RESULT, run, value);
    } else {
      code.addStatement("return $L.result($L)", run, value);
    }
  }

  private CodeBlock stepValue(StepModel step) {
    String name = step.name();
    boolean same =
        step.value().type().equals(result.type())
            || step.value().type() instanceof TypeRef.Primitive;
    if (!result.optional()) {
      return values.onSpine(name) ? CodeBlock.of("$L", name) : CodeBlock.of("$L.join()", name);
    }
    CodeBlock widening = same ? CodeBlock.of("") : values.widened();
    if (!values.onSpine(name)) {
      return CodeBlock.of("$L.joinOptional()$L", name, widening);
    }
    return values.maybeAbsent(name)
        ? CodeBlock.of("$L$L", name, widening)
        : CodeBlock.of("$T.of($L)$L", Optional.class, name, widening);
  }

  private CodeBlock assembled(AssembledResult assembled, CodeBlock.Builder code) {
    List<CodeBlock> arguments = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (Binding component : assembled.components()) {
      arguments.add(argument(component, present, code));
    }
    TypeRef.Declared type = (TypeRef.Declared) assembled.type();
    CodeBlock made = CodeBlock.of("new $L($L)", types.made(type), CodeBlock.join(arguments, ", "));
    if (!result.optional()) {
      return made;
    }
    if (present.isEmpty()) {
      return CodeBlock.of("$T.of($L)", Optional.class, made);
    }
    return CodeBlock.of(
        "$L ? $T.of($L) : $T.empty()",
        String.join(" && ", present),
        Optional.class,
        made,
        Optional.class);
  }

  /**
   * Returns the value of a component. Adds code that waits for steps that may be absent, and
   * collects the expressions for their presence.
   */
  private CodeBlock argument(Binding component, List<String> present, CodeBlock.Builder code) {
    String name = component.source().name();
    if (!(component.source() instanceof StepValue value)
        || component.toleratesAbsence()
        || !values.maybeAbsent(name)) {
      return values.joined(component);
    }
    String local = name;
    if (!values.onSpine(name)) {
      local = locals.take(name + "Joined");
      code.addStatement(
          "$T $L = $L.joinOptional()",
          ParameterizedTypeName.get(
              ClassName.get(Optional.class), types.boxed(value.step().value().type())),
          local,
          name);
    }
    present.add(local + ".isPresent()");
    return values.follow(component.path(), CodeBlock.of("$L.get()", local));
  }
}
