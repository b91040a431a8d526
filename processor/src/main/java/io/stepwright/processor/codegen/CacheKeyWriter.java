package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.source.TextLiterals;

/** Writes the code that composes a cache key. */
final class CacheKeyWriter {

  private final Encoders encoders;

  CacheKeyWriter(Encoders encoders) {
    this.encoders = encoders;
  }

  /** Returns the key, with a call for each value. */
  CallChain chain(CacheKeyModel key, SlotValues values) {
    CallChain chain = new CallChain(Wiring.CACHE_KEY, CodeBlock.of("new $T()", Wiring.CACHE_KEY));
    if (key.text() != null) {
      chain.add(
          CodeBlock.of(".text($L, $L)", TextLiterals.of(key.text().path()), values.of(key.text())));
    }
    key.exact().forEach(slot -> chain.add(exact(slot, values)));
    return chain;
  }

  private CodeBlock exact(Slot slot, SlotValues values) {
    CodeBlock value = values.of(slot);
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
