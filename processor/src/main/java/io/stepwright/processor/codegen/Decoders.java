package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that make records of JSON, one for each record type. */
final class Decoders {

  private final TypeNames types;
  private final ClassName wired;
  private final NameScope names;
  private final Map<TypeRef, String> methods = new LinkedHashMap<>();
  private final List<MethodSpec> specs = new ArrayList<>();

  Decoders(TypeNames types, ClassName wired, NameScope names) {
    this.types = types;
    this.wired = wired;
    this.names = names;
  }

  /** What decodes a whole answer: a lambda, or a reference to a method. */
  CodeBlock decoder(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return CodeBlock.of("$T::$L", wired, method(structure));
    }
    return CodeBlock.of("json -> $L", value(CodeBlock.of("json.field($S)", "value"), shape));
  }

  /** The methods that the decoders asked for so far need. */
  List<MethodSpec> methods() {
    return specs;
  }

  private CodeBlock value(CodeBlock json, Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return CodeBlock.of("$L($L)", method(structure), json);
    }
    if (shape instanceof Shape.Enumeration) {
      return CodeBlock.of("$L.asEnum($T.class)", json, types.of(shape.type()));
    }
    return CodeBlock.of("$L.$L()", json, reader(shape.type()));
  }

  private static String reader(TypeRef type) {
    String name =
        type instanceof TypeRef.Declared declared ? declared.simpleName() : type.display();
    return switch (name) {
      case "String" -> "asString";
      case "boolean", "Boolean" -> "asBoolean";
      case "char", "Character" -> "asChar";
      case "byte", "Byte" -> "asByte";
      case "short", "Short" -> "asShort";
      case "int", "Integer" -> "asInt";
      case "long", "Long" -> "asLong";
      case "float", "Float" -> "asFloat";
      case "double", "Double" -> "asDouble";
      default -> throw new IllegalArgumentException("no JSON form of " + type.display());
    };
  }

  private String method(Shape.Structure structure) {
    String known = methods.get(structure.type());
    if (known != null) {
      return known;
    }
    TypeRef.Declared type = (TypeRef.Declared) structure.type();
    String name = names.take("decode" + type.simpleName());
    methods.put(type, name);
    List<CodeBlock> values =
        structure.components().stream()
            .map(part -> value(CodeBlock.of("json.field($S)", part.name()), part.shape()))
            .toList();
    specs.add(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(types.of(type))
            .addParameter(Wiring.JSON_VALUE, "json")
            .addStatement(
                "return new $T$L($L)",
                types.raw(type),
                type.arguments().isEmpty() ? "" : "<>",
                CodeBlock.join(values, ",$W"))
            .build());
    return name;
  }
}
