package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the methods that convert JSON to records, one for each record type. */
final class Decoders {

  private final TypeNames types;
  private final ClassName holder;
  private final NameScope names;
  private final Map<TypeRef, String> methods;
  private final List<MethodSpec> specs;
  private final Set<String> locals;

  Decoders(TypeNames types, ClassName holder, NameScope names) {
    this.types = types;
    this.holder = holder;
    this.names = names;
    this.methods = new LinkedHashMap<>();
    this.specs = new ArrayList<>();
    this.locals = Set.of();
  }

  private Decoders(Decoders outer, Set<String> locals) {
    this.types = outer.types;
    this.holder = outer.holder;
    this.names = outer.names;
    this.methods = outer.methods;
    this.specs = outer.specs;
    this.locals = locals;
  }

  /** Returns decoders for a method with local variables of some names. */
  Decoders beside(Set<String> variables) {
    return new Decoders(this, variables);
  }

  /** Returns the decoder of a whole answer: a lambda or a method reference. */
  CodeBlock decoder(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return CodeBlock.of("$T::$L", holder, method(structure));
    }
    return CodeBlock.of("json -> $L", field("value", shape));
  }

  /** Returns the decoder of a value that no object wraps. */
  CodeBlock whole(Shape shape) {
    return shape instanceof Shape.Structure
            || shape instanceof Shape.Choice
            || (shape.isScalar() && !(shape instanceof Shape.Enumeration))
        ? reference(shape, 1)
        : CodeBlock.of("json -> $L", value(CodeBlock.of("json"), shape, 1));
  }

  /** Returns the decoder of an answer of which only one property is used. */
  CodeBlock property(Shape.Component component) {
    return CodeBlock.of("json -> $L", field(component.name(), component.shape()));
  }

  /** Returns the decoder of a value itself: a lambda or a method reference. */
  CodeBlock argument(Shape shape) {
    return reference(shape, free("json"), 0);
  }

  /** The methods that the decoders returned so far need. */
  List<MethodSpec> methods() {
    return specs;
  }

  /** Returns a name that no local variable has, whether or not a number follows it. */
  private String free(String wanted) {
    boolean taken = locals.stream().anyMatch(local -> local.matches(wanted + "\\d*"));
    return taken ? free("given" + NameScope.capitalized(wanted)) : wanted;
  }

  private CodeBlock field(String name, Shape shape) {
    if (shape instanceof Shape.Structure || shape instanceof Shape.Choice) {
      // The constructor of a record may throw. With its own decoder the runtime can report the path
      // of the value.
      return CodeBlock.of("json.field($L, $L)", TextLiterals.of(name), reference(shape, 1));
    }
    return shape instanceof Shape.Maybe maybe
        ? CodeBlock.of(
            "json.optionalField($L, $L)", TextLiterals.of(name), reference(maybe.value(), 1))
        : value(CodeBlock.of("json.field($L)", TextLiterals.of(name)), shape, 1);
  }

  /**
   * Returns the decoded value of some JSON.
   *
   * @param depth the number of enclosing lambdas, at least 1; their parameters need different names
   */
  private CodeBlock value(CodeBlock json, Shape shape, int depth) {
    if (shape instanceof Shape.Sequence sequence && !sequence.isPrimitive()) {
      return items(json, sequence, depth);
    }
    if (shape instanceof Shape.Enumeration) {
      return CodeBlock.of("$L.asEnum($T.class)", json, types.of(shape.type()));
    }
    if (shape instanceof Shape.Maybe maybe) {
      return CodeBlock.of("$L.asOptional($L)", json, reference(maybe.value(), depth));
    }
    return CodeBlock.of("$L.$L()", json, reader(shape.type()));
  }

  private CodeBlock items(CodeBlock json, Shape.Sequence sequence, int depth) {
    CodeBlock item = reference(sequence.element(), depth);
    if (sequence.isArray()) {
      return CodeBlock.of("$L.asList($L).toArray($T::new)", json, item, types.of(sequence.type()));
    }
    boolean set = sequence.type().isClass("java.util.Set");
    return CodeBlock.of("$L.$L($L)", json, set ? "asSet" : "asList", item);
  }

  /** Returns the decoder of a value, as a method reference if there is a method. */
  private CodeBlock reference(Shape shape, int depth) {
    String item = free("item");
    return reference(shape, depth == 1 ? item : item + depth, depth);
  }

  private CodeBlock reference(Shape shape, String variable, int depth) {
    if (shape instanceof Shape.Structure || shape instanceof Shape.Choice) {
      return CodeBlock.of("$T::$L", holder, method(shape));
    }
    if (shape instanceof Shape.Enumeration
        || (shape instanceof Shape.Sequence sequence && !sequence.isPrimitive())
        || shape instanceof Shape.Maybe) {
      CodeBlock item = CodeBlock.of("$L", variable);
      return CodeBlock.of("$L -> $L", item, value(item, shape, depth + 1));
    }
    return CodeBlock.of("$T::$L", Wiring.JSON_VALUE, reader(shape.type()));
  }

  /**
   * Returns the name of the method that reads a scalar type, which is the same for JSON and for the
   * text of a match.
   */
  static String reader(TypeRef type) {
    return switch (type.simpleName()) {
      case "String" -> "asString";
      case "boolean", "Boolean" -> "asBoolean";
      case "char", "Character" -> "asChar";
      case "byte", "Byte" -> "asByte";
      case "short", "Short" -> "asShort";
      case "int", "Integer" -> "asInt";
      case "long", "Long" -> "asLong";
      case "float", "Float" -> "asFloat";
      case "double", "Double" -> "asDouble";
      case "BigDecimal" -> "asBigDecimal";
      case "LocalDate" -> "asLocalDate";
      case "Instant" -> "asInstant";
      case "Duration" -> "asDuration";
      case "UUID" -> "asUuid";
      case "LocalDateTime" -> "asLocalDateTime";
      case "LocalTime" -> "asLocalTime";
      case "OffsetDateTime" -> "asOffsetDateTime";
      case "Currency" -> "asCurrency";
      case "URI" -> "asUri";
      case "Locale" -> "asLocale";
      case "int[]" -> "asIntArray";
      case "long[]" -> "asLongArray";
      case "double[]" -> "asDoubleArray";
      default -> throw new IllegalArgumentException("no JSON form of " + type.display());
    };
  }

  private String method(Shape shape) {
    String known = methods.get(shape.type());
    if (known != null) {
      return known;
    }
    TypeRef.Declared type = (TypeRef.Declared) shape.type();
    boolean empty = shape instanceof Shape.Structure structure && structure.components().isEmpty();
    String name = names.take("decode" + type.simpleName());
    methods.put(type, name);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .returns(types.of(type))
            .addParameter(Wiring.JSON_VALUE, empty ? Methods.UNUSED : "json");
    if (shape instanceof Shape.Choice choice) {
      method.addCode(choose(choice));
    } else {
      method.addStatement("return $L", make((Shape.Structure) shape, type));
    }
    specs.add(method.build());
    return name;
  }

  private CodeBlock make(Shape.Structure structure, TypeRef.Declared type) {
    List<CodeBlock> values =
        structure.components().stream().map(part -> field(part.name(), part.shape())).toList();
    return CodeBlock.of("new $L($L)", types.made(type), CodeBlock.join(values, ", "));
  }

  private CodeBlock choose(Shape.Choice choice) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("return switch (json.field(\"type\").asString()) {\n");
    List<CodeBlock> names = new ArrayList<>();
    for (Shape.Structure each : choice.choices()) {
      CodeBlock name = CodeBlock.of("$L", TextLiterals.of(choice.nameOf(each)));
      names.add(name);
      code.add("case $L -> $L(json);\n", name, method(each));
    }
    return code.add(
            "default -> throw json.field(\"type\").notOneOf($L);\n};\n",
            CodeBlock.join(names, ", "))
        .build();
  }
}
