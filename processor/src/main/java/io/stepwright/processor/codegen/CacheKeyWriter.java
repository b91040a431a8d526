package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;

/** Writes the code that puts the key of a remembered answer together. */
final class CacheKeyWriter {

  private final Encoders encoders;

  CacheKeyWriter(Encoders encoders) {
    this.encoders = encoders;
  }

  CodeBlock expression(CacheKeyModel key) {
    CodeBlock.Builder code = CodeBlock.builder().add("new $T()", Wiring.CACHE_KEY);
    boolean oneLine = key.exact().size() + (key.text() == null ? 0 : 1) <= 1;
    String line = oneLine ? "" : "\n    ";
    if (key.text() != null) {
      code.add(
          line + ".text($L, $L)",
          TextLiterals.of(key.text().path()),
          PromptWriter.value(key.text()));
    }
    key.exact().forEach(slot -> code.add(line + "$L", exact(slot)));
    return code.build();
  }

  private CodeBlock exact(Slot slot) {
    CodeBlock value = PromptWriter.value(slot);
    Shape shape = slot.shape();
    if (shape.isScalar()) {
      return CodeBlock.of(".exact($L, $L)", TextLiterals.of(slot.path()), value);
    }
    if (shape instanceof Shape.Maybe maybe) {
      return maybe.value().isScalar()
          ? CodeBlock.of(".optional($L, $L)", TextLiterals.of(slot.path()), value)
          : CodeBlock.of(
              ".optionalJson($L, $L, $L)",
              TextLiterals.of(slot.path()),
              value,
              encoders.encoder(maybe.value()));
    }
    return CodeBlock.of(
        ".exactJson($L, $L, $L)", TextLiterals.of(slot.path()), value, encoders.encoder(shape));
  }
}
