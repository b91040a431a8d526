package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.Shape;
import java.util.List;

/** Writes the code that searches a text. */
final class RegexWriter {

  private final TypeNames types;

  RegexWriter(TypeNames types) {
    this.types = types;
  }

  /**
   * The search, as an expression: a boolean, an optional or a list.
   *
   * @param mayBeNull whether the agent says so of the parameter
   * @param constant the constant of the expression
   * @param match a name for the parameter of a lambda
   */
  CodeBlock search(RegexModel regex, boolean mayBeNull, String constant, String match) {
    CodeBlock text = PromptWriter.value(regex.on());
    if (mayBeNull || !regex.on().accessors().isEmpty()) {
      text = CodeBlock.of("$T.present($S, $L)", Wiring.PROMPT, regex.on().path(), text);
    }
    return switch (regex.kind()) {
      case FOUND -> CodeBlock.of("$L.found($L)", constant, text);
      case FIRST ->
          CodeBlock.of("$L.first($L,$W$L -> $L)", constant, text, match, read(regex, match));
      case ALL -> CodeBlock.of("$L.all($L,$W$L -> $L)", constant, text, match, read(regex, match));
    };
  }

  private CodeBlock read(RegexModel regex, String match) {
    if (!(regex.result() instanceof Shape.Structure structure)) {
      return convert(CodeBlock.of("$L.text()", match), regex.result());
    }
    List<CodeBlock> values =
        structure.components().stream()
            .map(part -> convert(CodeBlock.of("$L.group($S)", match, part.name()), part.shape()))
            .toList();
    return CodeBlock.of("new $T($L)", types.of(structure.type()), CodeBlock.join(values, ",$W"));
  }

  private CodeBlock convert(CodeBlock text, Shape shape) {
    if (shape instanceof Shape.Maybe maybe) {
      return CodeBlock.of(
          "$L.optional(it -> $L)", text, convert(CodeBlock.of("it"), maybe.value()));
    }
    if (shape instanceof Shape.Enumeration) {
      return CodeBlock.of("$L.asEnum($T.class)", text, types.of(shape.type()));
    }
    return CodeBlock.of("$L.$L()", text, Decoders.reader(shape.type()));
  }
}
