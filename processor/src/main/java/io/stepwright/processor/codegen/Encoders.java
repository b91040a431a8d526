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
import javax.lang.model.element.Modifier;

/** Writes the methods that write records as JSON, one for each record type. */
final class Encoders {

  private static final int MOST_IN_A_ROW = 50;

  private final TypeNames types;
  private final ClassName holder;
  private final NameScope names;
  private final boolean sparse;
  private final Map<TypeRef, String> methods = new LinkedHashMap<>();
  private final List<MethodSpec> specs = new ArrayList<>();

  /**
   * Creates a writer.
   *
   * @param sparse true if absent components are left out, false if they are null
   */
  Encoders(TypeNames types, ClassName holder, NameScope names, boolean sparse) {
    this.types = types;
    this.holder = holder;
    this.names = names;
    this.sparse = sparse;
  }

  /**
   * Returns the encoder of a value as a method reference, so that names of lambda parameters cannot
   * clash.
   */
  CodeBlock encoder(Shape shape) {
    return shape.isScalar()
        ? CodeBlock.of("$T::$L", Wiring.JSON_WRITER, scalarMethod(shape))
        : CodeBlock.of("$T::$L", holder, method(shape));
  }

  /** The methods that the encoders returned so far need. */
  List<MethodSpec> methods() {
    return specs;
  }

  /** Returns the end of a call chain that writes a value. */
  CodeBlock call(Shape shape, CodeBlock value) {
    if (shape instanceof Shape.Sequence sequence && sequence.isPrimitive()) {
      return CodeBlock.of(".array($L)", value);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return CodeBlock.of(".array($L, $L)", value, encoder(sequence.element()));
    }
    if (shape instanceof Shape.Mapping mapping) {
      return CodeBlock.of(".map($L, $L)", value, encoder(mapping.value()));
    }
    if (shape instanceof Shape.Maybe maybe) {
      return CodeBlock.of(".optional($L, $L)", value, encoder(maybe.value()));
    }
    if (shape.isScalar()) {
      return CodeBlock.of(".$L($L)", scalarMethod(shape), value);
    }
    return CodeBlock.of(".value($L, $L)", value, encoder(shape));
  }

  private static String scalarMethod(Shape shape) {
    if (shape instanceof Shape.Enumeration) {
      return "constant";
    }
    if (shape instanceof Shape.Bool) {
      return "bool";
    }
    return shape instanceof Shape.Numeric ? "number" : "string";
  }

  private String method(Shape shape) {
    // A recursive record type refers to the method that is being written.
    String known = methods.get(shape.type());
    if (known != null) {
      return known;
    }
    String name = names.take("encode" + shape.type().display().replaceAll("[^\\p{Alnum}_$]", ""));
    methods.put(shape.type(), name);
    boolean empty = shape instanceof Shape.Structure structure && structure.components().isEmpty();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.STATIC)
            .addParameter(Wiring.JSON_WRITER, "json")
            .addParameter(types.of(shape.type()), empty ? Methods.UNUSED : "value");
    if (shape instanceof Shape.Structure structure) {
      method.addStatement("json.beginObject()");
      properties(structure, "value", method);
      method.addStatement("json.endObject()");
    } else if (shape instanceof Shape.Choice choice) {
      choice(choice, method);
    } else {
      method.addStatement("json$L", call(shape, CodeBlock.of("value")));
    }
    specs.add(method.build());
    return name;
  }

  private void properties(Shape.Structure structure, String variable, MethodSpec.Builder method) {
    for (Shape.Component component : structure.components()) {
      CodeBlock value = CodeBlock.of("$L.$L()", variable, component.name());
      if (sparse && component.shape() instanceof Shape.Maybe maybe) {
        method.addStatement(
            "$L.ifPresent(present -> json.name($L)$L)",
            value,
            TextLiterals.of(component.name()),
            call(maybe.value(), CodeBlock.of("present")));
        continue;
      }
      method.addStatement(
          "json.name($L)$L", TextLiterals.of(component.name()), call(component.shape(), value));
    }
  }

  /** Writes each record with its name as {@code type}, as a model would write it. */
  private void choice(Shape.Choice choice, MethodSpec.Builder method) {
    method.addStatement("json.beginObject()");
    // Compilers process "else if" recursively. A record has only one type, so "if" suffices.
    boolean many = choice.choices().size() > MOST_IN_A_ROW;
    String keyword = "if";
    for (Shape.Structure each : choice.choices()) {
      String head =
          keyword + " (value instanceof $T" + (each.components().isEmpty() ? ")" : " it)");
      if (keyword.equals("if")) {
        method.beginControlFlow(head, types.of(each.type()));
      } else {
        method.nextControlFlow(head, types.of(each.type()));
      }
      method.addStatement("json.name(\"type\").string($L)", TextLiterals.of(choice.nameOf(each)));
      properties(each, "it", method);
      keyword = "else if";
      if (many) {
        method.endControlFlow();
        keyword = "if";
      }
    }
    if (!many) {
      method.endControlFlow();
    }
    method.addStatement("json.endObject()");
  }
}
