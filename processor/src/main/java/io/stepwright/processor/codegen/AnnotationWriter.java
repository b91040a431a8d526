package io.stepwright.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.AnnotationModel;
import io.stepwright.processor.model.AnnotationModel.ClassLiteral;
import io.stepwright.processor.model.AnnotationModel.Constant;
import io.stepwright.processor.model.AnnotationModel.EnumConstant;
import io.stepwright.processor.model.AnnotationModel.Items;
import io.stepwright.processor.model.AnnotationModel.Nested;
import io.stepwright.processor.model.AnnotationModel.Value;
import io.stepwright.processor.source.TextLiterals;

/** Writes annotations that the generated class repeats. */
final class AnnotationWriter {

  private final TypeNames types;

  AnnotationWriter(TypeNames types) {
    this.types = types;
  }

  AnnotationSpec annotation(AnnotationModel annotation) {
    AnnotationSpec.Builder repeated = AnnotationSpec.builder(types.raw(annotation.type()));
    annotation.values().forEach((name, value) -> repeated.addMember(name, value(value)));
    return repeated.build();
  }

  private CodeBlock value(Value value) {
    if (value instanceof EnumConstant constant) {
      return CodeBlock.of("$T.$L", types.of(constant.type()), constant.name());
    }
    if (value instanceof ClassLiteral literal) {
      return CodeBlock.of("$T.class", types.of(literal.type()));
    }
    if (value instanceof Nested nested) {
      return CodeBlock.of("$L", annotation(nested.annotation()));
    }
    return value instanceof Items items
        ? CodeBlock.of(
            "{$L}", CodeBlock.join(items.items().stream().map(this::value).toList(), ", "))
        : constant(((Constant) value).value());
  }

  private static CodeBlock constant(Object value) {
    if (value instanceof String text) {
      return CodeBlock.of("$L", TextLiterals.constant(text));
    }
    if (value instanceof Character character) {
      return CodeBlock.of("$L", TextLiterals.character(character));
    }
    if (value instanceof Float || value instanceof Double) {
      return decimal((Number) value);
    }
    return CodeBlock.of(value instanceof Long ? "$LL" : "$L", value);
  }

  /** NaN and infinite numbers have no literals, so their constants are written. */
  private static CodeBlock decimal(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return CodeBlock.of("$T.NaN", number.getClass());
    }
    if (Double.isInfinite(value)) {
      return CodeBlock.of(
          value > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", number.getClass());
    }
    return CodeBlock.of(number instanceof Float ? "$LF" : "$L", number);
  }
}
