package io.stepwright.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.ParameterModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What every generated class has: its head, its constructors and its file. */
final class ClassFrame {

  private static final String PROCESSOR = "io.stepwright.processor.StepwrightProcessor";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private ClassFrame() {}

  /** The head of the class: its name, and that it is generated. */
  static TypeSpec.Builder begin(AgentModel agent) {
    TypeSpec.Builder type = TypeSpec.classBuilder(agent.wiredName()).addModifiers(Modifier.FINAL);
    if (agent.seesGenerated()) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    type.addAnnotation(Wiring.GENERATED);
    if (agent.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    // What the agent inherits hides what we import, so these names are not imported.
    agent.memberTypes().forEach(member -> type.alwaysQualify(member.type().simpleName()));
    return type;
  }

  /** Lets the class extend or implement the agent. */
  static void extend(TypeSpec.Builder type, AgentModel agent, TypeNames types) {
    ClassName parent = types.raw(agent.type());
    if (agent.kind() == Kind.INTERFACE) {
      type.addSuperinterface(parent);
    } else {
      type.superclass(parent);
    }
  }

  /** The constructors to generate: an interface has one without parameters. */
  static List<ConstructorModel> constructors(AgentModel agent) {
    return agent.kind() == Kind.INTERFACE
        ? List.of(new ConstructorModel(List.of(), List.of(), List.of(), false, Access.PUBLIC))
        : agent.constructors();
  }

  /**
   * A constructor that takes the runtime first, and hands the rest on.
   *
   * @param extending whether there is a constructor to hand it to
   */
  static MethodSpec.Builder constructor(
      ConstructorModel constructor, String runtime, TypeNames types, boolean extending) {
    MethodSpec.Builder method = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    method.addAnnotations(types.annotations(constructor.annotations()));
    method.addParameter(ParameterSpec.builder(Wiring.AGENT_RUNTIME, runtime).build());
    Methods.addParameters(constructor.parameters(), types, method);
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

  /** The whole file. */
  static String source(ClassName name, TypeSpec type) {
    String text =
        JavaFile.builder(name.packageName(), type)
            .skipJavaLangImports(true)
            .indent("  ")
            .build()
            .toString();
    while (text.contains(" \n")) {
      text = text.replace(" \n", "\n"); // Text blocks write theirs as escapes.
    }
    return text;
  }
}
