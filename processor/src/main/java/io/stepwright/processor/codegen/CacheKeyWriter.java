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
    String path = TextLiterals.of(slot.path());
    boolean optional = slot.shape() instanceof Shape.Maybe;
    Shape shape = slot.shape() instanceof Shape.Maybe maybe ? maybe.value() : slot.shape();
    if (slot.shape().isMedia()) {
      return CodeBlock.of(optional ? ".optionalMedia($L, $L)" : ".media($L, $L)", path, value);
    }
    if (shape instanceof Shape.History) {
      return CodeBlock.of(optional ? ".optionalHistory($L, $L)" : ".history($L, $L)", path, value);
    }
    if (shape.isScalar()) {
      return CodeBlock.of(optional ? ".optional($L, $L)" : ".exact($L, $L)", path, value);
    }
    return CodeBlock.of(
        optional ? ".optionalJson($L, $L, $L)" : ".exactJson($L, $L, $L)",
        path,
        value,
        encoders.encoder(shape));
  }
}
