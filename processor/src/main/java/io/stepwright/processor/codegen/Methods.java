package io.stepwright.processor.codegen;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.ParameterModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the heads of methods that override methods of the agent. */
final class Methods {

  /**
   * The name of a parameter that is not read and only distinguishes overloads or matches a
   * functional interface. Linters do not report unused parameters with this name.
   */
  static final String UNUSED = "unused";

  private Methods() {}

  /** Writes the head of an override: the same name, parameters, result, access and exceptions. */
  static MethodSpec.Builder override(MethodModel method, TypeNames types) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(method.name()).addAnnotation(Override.class);
    returns(method, types, builder);
    access(method.access(), builder);
    addParameters(method.parameters(), types, builder);
    builder.varargs(method.is(MethodModel.Modifier.VARARGS));
    method.thrown().forEach(thrown -> builder.addException(types.of(thrown)));
    return builder;
  }

  static void access(Access access, MethodSpec.Builder builder) {
    if (access == Access.PUBLIC) {
      builder.addModifiers(Modifier.PUBLIC);
    } else if (access == Access.PROTECTED) {
      builder.addModifiers(Modifier.PROTECTED);
    }
  }

  /** Gives a method the return type of a method of the agent. */
  static void returns(MethodModel method, TypeNames types, MethodSpec.Builder builder) {
    builder
        .addAnnotations(types.annotations(method.nullness().declared()))
        .returns(types.of(method.returnType(), method.nullness()));
  }

  static void addParameters(
      List<ParameterModel> parameters, TypeNames types, MethodSpec.Builder builder) {
    for (ParameterModel parameter : parameters) {
      builder.addParameter(parameter(parameter, types).build());
    }
  }

  /** Writes a parameter with its null annotations. */
  static ParameterSpec.Builder parameter(ParameterModel parameter, TypeNames types) {
    TypeName type = types.of(parameter.type(), parameter.nullness());
    return ParameterSpec.builder(type, parameter.name())
        .addAnnotations(types.annotations(parameter.nullness().declared()));
  }
}
