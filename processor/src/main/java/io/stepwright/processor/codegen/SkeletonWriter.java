package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.AgentModel.OtherMethod;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes a class with the right signatures for an agent with errors, so that the compiler reports
 * the error itself instead of "cannot find symbol" at each use. Its methods throw an exception with
 * that error.
 */
public final class SkeletonWriter {

  /**
   * The maximum number of parameter slots: of the 255 of a constructor, one is for the object and
   * one for the runtime.
   */
  private static final int MOST_PLACES = 253;

  private final AgentModel agent;
  private final String message;
  private final AgentNames names;
  private final TypeNames types;
  private final Set<String> lintKeys;
  private final Predicate<TypeRef> accessible;

  /**
   * Creates a writer for an agent with errors.
   *
   * @param message the error
   * @param lintKeys the warnings to suppress
   * @param accessible tells whether the class can name a type
   */
  public SkeletonWriter(
      AgentModel agent, String message, Set<String> lintKeys, Predicate<TypeRef> accessible) {
    this.agent = agent;
    this.message = message;
    this.names = new AgentNames(agent);
    this.types = new TypeNames(agent, names);
    this.lintKeys = lintKeys;
    this.accessible = accessible;
  }

  /** The source file. */
  public String source() {
    TypeSpec.Builder type =
        ClassFrame.begin(agent, names, lintKeys)
            .addJavadoc(
                "Stands in for an agent that does not compile; see the compiler's errors.\n");
    List<ConstructorModel> constructors =
        ClassFrame.constructors(agent).stream()
            .filter(constructor -> constructor.places() <= MOST_PLACES)
            .toList();
    boolean extensible =
        agent.kind() != Kind.UNSUITABLE
            && agent.traits().isEmpty()
            && constructors.size() == ClassFrame.constructors(agent).size()
            && abstractMethods().stream().allMatch(this::canOverride);
    if (extensible && !constructorsAreHidden()) {
      ClassFrame.extend(type, agent, types);
      abstractMethods().forEach(method -> type.addMethod(throwing(method)));
    }
    String runtime = names.runtime();
    for (ConstructorModel constructor : constructors) {
      type.addMethod(ClassFrame.constructor(constructor, runtime, types, extensible).build());
    }
    return ClassFrame.source(
        ClassName.get(agent.type().packageName(), agent.wiredName()), type.build());
  }

  private boolean constructorsAreHidden() {
    return agent.kind() == Kind.ABSTRACT_CLASS && agent.constructors().isEmpty();
  }

  private List<MethodModel> abstractMethods() {
    List<MethodModel> methods = new ArrayList<>();
    agent.entryPoints().stream().map(EntryPointModel::method).forEach(methods::add);
    agent.steps().stream().map(StepModel::method).forEach(methods::add);
    agent.checks().stream().map(CheckModel::method).forEach(methods::add);
    agent.ownTools().stream().map(ToolModel::method).forEach(methods::add);
    agent.others().stream().map(OtherMethod::method).forEach(methods::add);
    return methods.stream()
        .filter(method -> method.is(Modifier.ABSTRACT) && !method.is(Modifier.GENERIC))
        .filter(method -> method.access() != Access.OTHER_PACKAGE)
        .distinct()
        .toList();
  }

  /** Returns whether the class can name all types in the signature of a method. */
  private boolean canOverride(MethodModel method) {
    return accessible.test(method.returnType())
        && method.thrown().stream().allMatch(accessible)
        && method.parameters().stream().map(ParameterModel::type).allMatch(accessible);
  }

  private MethodSpec throwing(MethodModel method) {
    return Methods.override(method, types)
        .addStatement(
            "throw new $T($L, $L)",
            Wiring.CONFIGURATION_EXCEPTION,
            TextLiterals.of(agent.name()),
            CodeBlock.of("$L", TextLiterals.of(message)))
        .build();
  }
}
