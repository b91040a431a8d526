package io.stepwright.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.stepwright.processor.layout.SourceLayout;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.ConstructorModel.TypeParameter;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.source.TextLiterals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the parts that every generated class has: its head, its constructors and its file. */
final class ClassFrame {

  private static final String PROCESSOR = "io.stepwright.processor.StepwrightProcessor";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final ClassName NULL_MARKED =
      ClassName.get("org.jspecify.annotations", "NullMarked");

  private ClassFrame() {}

  /**
   * Writes the head of the class: its name, and the annotation that marks it as generated.
   *
   * @param names the names that the class uses itself
   * @param lintKeys the warnings to silence
   */
  static TypeSpec.Builder begin(AgentModel agent, AgentNames names, Set<String> lintKeys) {
    return begin(agent, names.hiding(), lintKeys);
  }

  /**
   * Writes the head of the class: its name, and the annotation that marks it as generated.
   *
   * @param hiding the names of variables, fields and constants of the class
   * @param lintKeys the warnings to silence
   */
  static TypeSpec.Builder begin(AgentModel agent, Set<String> hiding, Set<String> lintKeys) {
    TypeSpec.Builder type = TypeSpec.classBuilder(agent.wiredName()).addModifiers(Modifier.FINAL);
    if (agent.seesGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED)
              .addMember("value", "$L", TextLiterals.of(PROCESSOR))
              .build());
    }
    if (!lintKeys.isEmpty()) {
      String keys = lintKeys.stream().sorted().collect(Collectors.joining("\", \"", "\"", "\""));
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", lintKeys.size() == 1 ? "$L" : "{$L}", keys)
              .build());
    }
    type.addAnnotation(Wiring.GENERATED);
    if (agent.nullMarked()) {
      type.addAnnotation(NULL_MARKED);
    }
    if (agent.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    // Member types that the agent inherits shadow imports, so types with these names are not
    // imported.
    Set<String> hidden = new LinkedHashSet<>();
    agent.memberTypes().forEach(member -> hidden.add(member.type().simpleName()));
    hidden.addAll(agent.memberNames().ambiguousTypes());
    hidden.addAll(agent.siblings());
    hidden.addAll(hiding);
    if (hidden.contains(Wiring.TOOL_USE.simpleName())) {
      hidden.add(Wiring.TOOL_DONE.simpleName()); // JavaPoet looks at the last name only.
    }
    hidden.forEach(type::alwaysQualify);
    return type;
  }

  /** Makes the class extend or implement the agent. */
  static void extend(TypeSpec.Builder type, AgentModel agent, TypeNames types) {
    ClassName parent = types.raw(agent.type());
    if (agent.kind() == Kind.INTERFACE) {
      type.addSuperinterface(parent);
    } else {
      type.superclass(parent);
    }
  }

  /** Returns the constructors to generate; for an interface, one without parameters. */
  static List<ConstructorModel> constructors(AgentModel agent) {
    return agent.kind() == Kind.INTERFACE
        ? List.of(ConstructorModel.withoutParameters())
        : agent.constructors();
  }

  /**
   * Writes a constructor that takes the runtime first and passes the other arguments on.
   *
   * @param extending true if there is a super constructor to pass them to
   */
  static MethodSpec.Builder constructor(
      ConstructorModel constructor, String runtime, TypeNames types, boolean extending) {
    MethodSpec.Builder method = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    method.addAnnotations(types.annotations(constructor.annotations()));
    for (TypeParameter parameter : constructor.typeParameters()) {
      TypeName[] bounds = parameter.bounds().stream().map(types::of).toArray(TypeName[]::new);
      method.addTypeVariable(TypeVariableName.get(parameter.name(), bounds));
    }
    method.addParameter(ParameterSpec.builder(Wiring.AGENT_RUNTIME, runtime).build());
    for (int i = 0; i < constructor.parameters().size(); i++) {
      method.addParameter(
          Methods.parameter(constructor.parameters().get(i), types)
              .addAnnotations(types.annotations(constructor.parameterAnnotations().get(i)))
              .build());
    }
    method.varargs(constructor.varargs());
    constructor.thrown().forEach(thrown -> method.addException(types.of(thrown)));
    if (extending && !constructor.parameters().isEmpty()) {
      List<CodeBlock> arguments =
          constructor.parameters().stream()
              .map(ParameterModel::name)
              .map(name -> CodeBlock.of("$L", name))
              .toList();
      method.addStatement("super($L)", CodeBlock.join(arguments, ", "));
    }
    return method;
  }

  /** Returns the whole file. */
  static String source(ClassName name, TypeSpec type) {
    JavaFile file =
        JavaFile.builder(name.packageName(), type).skipJavaLangImports(true).indent("  ").build();
    return SourceLayout.format(file.toString());
  }
}
