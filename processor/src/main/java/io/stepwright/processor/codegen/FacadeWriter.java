package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.source.FacadeNames;
import io.stepwright.processor.source.HiddenPackage;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class that implements an interface of an MCP server. */
public final class FacadeWriter {

  private final FacadeModel facade;
  private final AgentModel declared;
  private final Set<String> lintKeys;
  private final FacadeNames names;
  private final TypeNames types;
  private final JsonClass json;
  private final ClassName wiredName;

  /**
   * Creates a writer for one interface.
   *
   * @param lintKeys the warnings to suppress
   */
  public FacadeWriter(FacadeModel facade, Set<String> lintKeys) {
    this.facade = facade;
    this.declared = facade.declared();
    this.lintKeys = lintKeys;
    this.names = new FacadeNames(facade);
    this.types = new TypeNames(declared, names.hiding());
    this.json = new JsonClass(names.json(), types, true);
    this.wiredName = ClassName.get(declared.type().packageName(), declared.wiredName());
  }

  /** Returns the source file. */
  public String source() {
    TypeSpec.Builder type =
        ClassFrame.begin(declared, names.hiding(), lintKeys)
            .addJavadoc(
                "Calls the tools of the MCP server {@code $L} that {@link $L} declares.\n",
                facade.server(),
                String.join(".", declared.type().simpleNames()));
    ClassFrame.extend(type, declared, types);
    for (FacadeModel.Tool tool : facade.tools()) {
      type.addField(
          FieldSpec.builder(Wiring.MCP_TOOL, names.constant(tool))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(
                  "$T.of($L, $L)",
                  Wiring.MCP_TOOL,
                  TextLiterals.of(tool.name()),
                  TextLiterals.of(tool.sha256()))
              .build());
    }
    type.addField(
        FieldSpec.builder(Wiring.MCP_SERVER, names.server(), Modifier.PRIVATE, Modifier.FINAL)
            .build());
    type.addMethod(constructor());
    facade.tools().forEach(tool -> type.addMethod(method(tool)));
    json.type().ifPresent(type::addType);
    return ClassFrame.source(wiredName, type.build());
  }

  /** Returns the qualified name of a type that a variable hides in the source file, if any. */
  public Optional<String> hiddenType(String source) {
    return HiddenPackage.in(source, names.hiding());
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Wiring.MCP_SERVERS, names.servers())
        .addStatement(
            "this.$L = $L.server($L, $L.class)",
            names.server(),
            names.servers(),
            TextLiterals.of(facade.server()),
            declared.wiredName())
        .build();
  }

  private MethodSpec method(FacadeModel.Tool tool) {
    MethodSpec.Builder method = Methods.override(tool.method(), types);
    CodeBlock server = CodeBlock.of("$L$L", names.isHidden(tool) ? "this." : "", names.server());
    CodeBlock arguments = arguments(tool);
    Shape result = tool.result();
    return result == null
        ? method.addStatement("$L.perform($L, $L)", server, names.constant(tool), arguments).build()
        : method
            .addStatement(
                "return $L.call($L, $L, $L)",
                server,
                names.constant(tool),
                arguments,
                json.decoders().whole(result))
            .build();
  }

  /** Returns the lambda that writes the arguments, one line for each. */
  private CodeBlock arguments(FacadeModel.Tool tool) {
    if (tool.arguments().isEmpty()) {
      return CodeBlock.of("$L -> {}", Methods.UNUSED);
    }
    NameScope locals =
        new NameScope(
            tool.arguments().stream()
                .map(argument -> argument.parameter().name())
                .collect(Collectors.toSet()));
    String writer = locals.take("json");
    String value = locals.take("value");
    CodeBlock.Builder lines = CodeBlock.builder().add("$L -> {\n", writer);
    for (FacadeModel.Argument argument : tool.arguments()) {
      ParameterModel parameter = argument.parameter();
      String name = TextLiterals.of(argument.property());
      if (parameter.optional()) {
        lines.add(
            "$L.ifPresent($L -> $L.name($L)$L);\n",
            parameter.name(),
            value,
            writer,
            name,
            json.encoders().call(argument.shape(), CodeBlock.of("$L", value)));
      } else {
        lines.add(
            "$L.name($L)$L;\n",
            writer,
            name,
            json.encoders().call(argument.shape(), CodeBlock.of("$L", parameter.name())));
      }
    }
    return lines.add("}").build();
  }
}
