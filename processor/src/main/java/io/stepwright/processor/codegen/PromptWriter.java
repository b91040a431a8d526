package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Shape;
import java.util.List;

/** Writes the code that puts a message together. */
final class PromptWriter {

  private final Encoders encoders;

  PromptWriter(Encoders encoders) {
    this.encoders = encoders;
  }

  CallChain chain(List<Part> parts) {
    CallChain chain = new CallChain(Wiring.PROMPT);
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        chain.add(CodeBlock.of(".text($L)", TextLiterals.block(literal.text())));
      } else if (part instanceof Slot slot) {
        chain.add(slot(slot));
      }
    }
    return chain;
  }

  CodeBlock slot(Slot slot) {
    CodeBlock value = value(slot);
    Shape shape = slot.shape();
    if (shape.isScalar()) {
      return CodeBlock.of(".slot($L, $L)", TextLiterals.of(slot.path()), value);
    }
    if (shape instanceof Shape.Maybe maybe) {
      return maybe.value().isScalar()
          ? CodeBlock.of(".optionalSlot($L, $L)", TextLiterals.of(slot.path()), value)
          : CodeBlock.of(
              ".optionalJson($L, $L, $L)",
              TextLiterals.of(slot.path()),
              value,
              encoders.encoder(maybe.value()));
    }
    return CodeBlock.of(
        ".json($L, $L, $L)", TextLiterals.of(slot.path()), value, encoders.encoder(shape));
  }

  /** The path as code; what is null on the way is reported by its own path. */
  static CodeBlock value(Slot slot) {
    CodeBlock value = CodeBlock.of("$L", slot.parameter());
    StringBuilder path = new StringBuilder(slot.parameter());
    for (int i = 0; i < slot.accessors().size(); i++) {
      value = CodeBlock.of("$L.$L()", value, slot.accessors().get(i).method());
      path.append('.').append(slot.accessors().get(i).name());
      if (i + 1 < slot.accessors().size()) {
        value =
            CodeBlock.of(
                "$T.present($L, $L)", Wiring.PROMPT, TextLiterals.of(path.toString()), value);
      }
    }
    return value;
  }
}
