package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel.ModelRef;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TypeRef;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constants of model calls, with the schemas of their answers. */
final class CallConstants {

  private final TypeNames types;
  private final Decoders decoders;

  CallConstants(TypeNames types, Decoders decoders) {
    this.types = types;
    this.decoders = decoders;
  }

  /** The call that brings the whole result of a step. */
  void add(
      ModelRef model,
      Shape result,
      String call,
      String schema,
      String wire,
      List<FieldSpec> constants) {
    if (result.type().isClass("java.lang.String")) {
      CodeBlock text =
          CodeBlock.of("$T.text($L)", Wiring.MODEL_CALL, TextLiterals.of(model.name().text()));
      add(model, text, types.boxed(result.type()), call, constants);
    } else {
      CodeBlock decoder = decoders.decoder(result);
      CodeBlock json = json(model, JsonSchemaText.of(result), decoder, schema, wire, constants);
      add(model, json, types.boxed(result.type()), call, constants);
    }
  }

  /** The call that fills the open slots of a file. */
  void add(ModelRef model, File file, TemplateNames.OfFile names, List<FieldSpec> constants) {
    TypeRef type = new TypeRef.Declared("", List.of(names.answer()), List.of());
    Shape.Structure answer = file.answer(type);
    Shape.Component first = answer.components().get(0);
    boolean one = answer.components().size() == 1;
    CodeBlock decoder = one ? decoders.property(first) : decoders.decoder(answer);
    CodeBlock json =
        json(model, JsonSchemaText.of(answer), decoder, names.schema(), names.wire(), constants);
    TypeName result = one ? types.boxed(first.shape().type()) : types.of(type);
    add(model, json, result, names.call(), constants);
  }

  private static CodeBlock json(
      ModelRef model,
      String schemaText,
      CodeBlock decoder,
      String schema,
      String wire,
      List<FieldSpec> constants) {
    constants.add(
        constant(
            TypeName.get(String.class),
            schema,
            CodeBlock.of("$L", TextLiterals.block(schemaText + "\n"))));
    return CodeBlock.of(
        "$T.json($L, $L, $L, $L)",
        Wiring.MODEL_CALL,
        TextLiterals.of(model.name().text()),
        TextLiterals.of(schemaName(wire)),
        schema,
        decoder);
  }

  private static void add(
      ModelRef model, CodeBlock base, TypeName result, String call, List<FieldSpec> constants) {
    CodeBlock.Builder code = CodeBlock.builder().add(base);
    if (!model.fallback().isEmpty()) {
      List<CodeBlock> fallback =
          model.fallback().stream()
              .map(name -> CodeBlock.of("$L", TextLiterals.of(name.text())))
              .toList();
      code.add(".fallback($L)", CodeBlock.join(fallback, ", "));
    }
    if (!Double.isNaN(model.temperature())) {
      code.add(".temperature($L)", model.temperature());
    }
    if (model.maxOutputTokens() > 0) {
      code.add(".maxOutputTokens($L)", model.maxOutputTokens());
    }
    TypeName type = ParameterizedTypeName.get(Wiring.MODEL_CALL, result);
    constants.add(constant(type, call, code.build()));
  }

  /** Providers allow ASCII letters, digits, underscores and dashes, 64 at most. */
  private static String schemaName(String step) {
    String plain = step.replaceAll("[^A-Za-z0-9_-]", "_");
    return plain.substring(0, Math.min(plain.length(), 64));
  }

  static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
