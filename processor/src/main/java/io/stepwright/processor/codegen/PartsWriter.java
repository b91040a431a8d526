package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Weight;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes a private class with the steps of an entry point that has too many for one method: local
 * variables become fields, and each method contains some of the steps.
 */
final class PartsWriter {

  /**
   * The maximum weight, in units of {@link Weight}, of one method, and of all steps in a class that
   * is not split.
   */
  private static final int MOST_WEIGHT = 1_500;

  private static final int MOST_WEIGHT_OF_CHOICE = 200;

  private final EntryPointModel entryPoint;
  private final TypeNames types;
  private final String name;
  private final TypeSpec.Builder type;
  private final NameScope methods;
  private final List<MethodSpec> parts = new ArrayList<>();
  private final CodeBlock.Builder part = CodeBlock.builder();
  private int weight;

  PartsWriter(EntryPointModel entryPoint, NameScope typeNames, TypeNames types) {
    this.entryPoint = entryPoint;
    this.types = types;
    this.name = typeNames.take(NameScope.capitalized(entryPoint.method().name()) + "Steps");
    this.type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc(
                "The steps of $L, which are too many for one method.\n",
                entryPoint.method().name());
    this.methods = new NameScope(List.of());
    for (ParameterModel input : entryPoint.method().parameters()) {
      field(types.of(input.type()), input.name());
    }
  }

  /**
   * Returns whether all entry points together have too many steps for the class itself, or one
   * choice reads too many local variables for the parameters of its lambda.
   */
  static boolean areNeeded(List<Schedule> schedules) {
    return schedules.stream().map(Schedule::graph).mapToInt(Weight::of).sum() > MOST_WEIGHT
        || schedules.stream()
            .flatMap(schedule -> schedule.graph().nodes().stream())
            .anyMatch(node -> node.isChoice() && Weight.of(node) > MOST_WEIGHT_OF_CHOICE);
  }

  /** Declares a field, and returns its name. */
  String field(TypeName fieldType, String field) {
    type.addField(FieldSpec.builder(fieldType, field, Modifier.PRIVATE).build());
    return field;
  }

  /** Adds the statements of one step. */
  void add(CodeBlock statements, int weightOfStep) {
    if (weight > 0 && weight + weightOfStep > MOST_WEIGHT) {
      endPart();
    }
    part.add(statements);
    weight += weightOfStep;
  }

  private void endPart() {
    parts.add(
        MethodSpec.methodBuilder(methods.take("part" + (parts.size() + 1)))
            .addModifiers(Modifier.PRIVATE)
            .addCode(part.build())
            .build());
    part.clear();
    weight = 0;
  }

  /**
   * Returns the statements that create an object of the class and run all parts.
   *
   * @param end the statements that return the result
   * @param run the name of the run
   * @param object the name of the local variable for the object
   */
  CodeBlock use(CodeBlock end, String run, String object) {
    endPart();
    field(Wiring.RUN, run);
    MethodSpec.Builder all =
        MethodSpec.methodBuilder(methods.take("result"))
            .addModifiers(Modifier.PRIVATE)
            .returns(result());
    parts.forEach(each -> all.addStatement("$L()", each.name()));
    MethodSpec result = all.addCode(end).build();
    type.addMethod(result).addMethods(parts);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("$L $L = new $L()", name, object, name)
            .addStatement("$L.$L = $L", object, run, run);
    for (ParameterModel input : entryPoint.method().parameters()) {
      code.addStatement("$L.$L = $L", object, input.name(), input.name());
    }
    boolean none = result().equals(TypeName.VOID);
    return code.addStatement(none ? "$L.$L()" : "return $L.$L()", object, result.name()).build();
  }

  /** Returns the type that the last part returns; for a future, the type of its value. */
  private TypeName result() {
    TypeRef returned = entryPoint.method().returnType();
    return entryPoint.result().future() && returned instanceof TypeRef.Declared declared
        ? types.of(declared.arguments().get(0))
        : types.of(returned);
  }

  /** Returns the class. */
  TypeSpec type() {
    return type.build();
  }
}
