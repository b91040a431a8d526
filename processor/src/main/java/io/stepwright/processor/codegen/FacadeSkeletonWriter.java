package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.TextLiterals;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes a class with the right signatures for an interface of an MCP server with errors, so that
 * the compiler reports the error itself instead of "cannot find symbol" at each use.
 */
public final class FacadeSkeletonWriter {

  private static final Set<String> LOCALS = Set.of("servers");

  private final AgentModel facade;
  private final String message;
  private final Set<String> lintKeys;
  private final Predicate<TypeRef> accessible;
  private final TypeNames types;

  /**
   * Creates a writer for an interface with errors.
   *
   * @param message the error
   * @param lintKeys the warnings to suppress
   * @param accessible tells whether the class can name a type
   */
  public FacadeSkeletonWriter(
      AgentModel facade, String message, Set<String> lintKeys, Predicate<TypeRef> accessible) {
    this.facade = facade;
    this.message = message;
    this.lintKeys = lintKeys;
    this.accessible = accessible;
    this.types = new TypeNames(facade, LOCALS);
  }

  /**
   * Returns the source file.
   *
   * @param seesRuntime true if the class can name the runtime's class of servers
   */
  public String source(boolean seesRuntime) {
    TypeSpec.Builder type =
        ClassFrame.begin(facade, LOCALS, lintKeys)
            .addJavadoc(
                "Stands in for an interface that does not compile; see the compiler's errors.\n");
    List<MethodModel> methods = abstractMethods();
    if (facade.kind() == Kind.INTERFACE
        && facade.traits().isEmpty()
        && methods.stream().allMatch(this::canOverride)) {
      ClassFrame.extend(type, facade, types);
      methods.forEach(method -> type.addMethod(throwing(method)));
    }
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(javax.lang.model.element.Modifier.PUBLIC)
            .addParameter(seesRuntime ? Wiring.MCP_SERVERS : ClassName.get(Object.class), "servers")
            .build());
    return ClassFrame.source(
        ClassName.get(facade.type().packageName(), facade.wiredName()), type.build());
  }

  private List<MethodModel> abstractMethods() {
    return facade.methods().stream()
        .filter(method -> method.is(Modifier.ABSTRACT) && !method.isOfObject())
        .distinct()
        .toList();
  }

  private boolean canOverride(MethodModel method) {
    return !method.is(Modifier.GENERIC)
        && accessible.test(method.returnType())
        && method.thrown().stream().allMatch(accessible)
        && method.parameters().stream().map(ParameterModel::type).allMatch(accessible);
  }

  private MethodSpec throwing(MethodModel method) {
    return Methods.override(method, types)
        .addStatement(
            "throw new $T($L, $L)",
            Wiring.CONFIGURATION_EXCEPTION,
            TextLiterals.of(facade.type().simpleName()),
            CodeBlock.of("$L", TextLiterals.of(message)))
        .build();
  }
}
