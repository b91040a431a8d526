package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.source.TextLiterals;
import java.util.List;

/** Writes the code that searches a text. */
final class RegexWriter {

  private final TypeNames types;
  private final String item;

  /**
   * Creates a writer.
   *
   * @param item a name that no local variable has
   */
  RegexWriter(TypeNames types, String item) {
    this.types = types;
    this.item = item;
  }

  /**
   * Returns the search as an expression: a boolean, an optional or a list.
   *
   * @param mayBeNull true if the parameter is annotated as nullable
   * @param constant the constant of the expression
   * @param match a name for the parameter of a lambda
   */
  CodeBlock search(RegexModel regex, boolean mayBeNull, String constant, String match) {
    CodeBlock text = new SlotValues().of(regex.on());
    if (mayBeNull || !regex.on().accessors().isEmpty()) {
      text =
          CodeBlock.of(
              "$T.present($L, $L)", Wiring.WIRING, TextLiterals.of(regex.on().path()), text);
    }
    return switch (regex.kind()) {
      case FOUND -> CodeBlock.of("$L.found($L)", constant, text);
      case FIRST ->
          CodeBlock.of("$L.first($L, $L -> $L)", constant, text, match, read(regex, match));
      case ALL -> CodeBlock.of("$L.all($L, $L -> $L)", constant, text, match, read(regex, match));
    };
  }

  private CodeBlock read(RegexModel regex, String match) {
    if (!(regex.result() instanceof Shape.Structure structure)) {
      return convert(CodeBlock.of("$L.text()", match), regex.result());
    }
    List<CodeBlock> values =
        structure.components().stream()
            .map(
                part ->
                    convert(
                        CodeBlock.of("$L.group($L)", match, TextLiterals.of(part.name())),
                        part.shape()))
            .toList();
    return CodeBlock.of("new $L($L)", types.made(structure.type()), CodeBlock.join(values, ", "));
  }

  private CodeBlock convert(CodeBlock text, Shape shape) {
    if (shape instanceof Shape.Maybe maybe) {
      return CodeBlock.of(
          "$L.optional($L -> $L)", text, item, convert(CodeBlock.of("$L", item), maybe.value()));
    }
    if (shape instanceof Shape.Enumeration) {
      return CodeBlock.of("$L.asEnum($T.class)", text, types.of(shape.type()));
    }
    return CodeBlock.of("$L.$L()", text, Decoders.reader(shape.type()));
  }
}
