package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one file of a template: the texts that are parts of the result, by index, and the
 * prompt.
 */
final class FileTexts {

  private static final String ANY = "written";

  private final File file;
  private final @Nullable Message prompt;
  private final String base;
  private final NameScope names;
  private final List<TemplateValue> texts = new ArrayList<>();
  private final Map<Integer, String> constants = new HashMap<>();
  private @Nullable String promptConstant;

  /**
   * Creates the texts of a file.
   *
   * @param prompt the prompt for the model, or null if no model is asked
   * @param base the prefix of the names of its constants
   * @param names the scope of the names of constants
   */
  FileTexts(File file, @Nullable Message prompt, String base, NameScope names) {
    this.file = file;
    this.prompt = prompt;
    this.base = base;
    this.names = names;
    collect(file.value());
  }

  private void collect(TemplateValue value) {
    if (value instanceof Make make) {
      make.arguments().forEach(this::collect);
    } else if (value instanceof Items items) {
      items.items().forEach(this::collect);
    } else if (value instanceof Present present) {
      collect(present.value());
    } else if (value instanceof Text || (value instanceof Literal literal && isText(literal))) {
      texts.add(value);
    }
  }

  private static boolean isText(Literal literal) {
    return literal.shape().type().isClass("java.lang.String");
  }

  File file() {
    return file;
  }

  /** The texts that are parts of the result, in the order of the file. */
  List<TemplateValue> texts() {
    return texts;
  }

  /** Returns a text as code: a string literal, or a text with slots. */
  String code(int text) {
    return code(texts.get(text)).toString();
  }

  private CodeBlock code(TemplateValue value) {
    return value instanceof Text text
        ? TemplateMessages.result(text, file, ANY).constant()
        : CodeBlock.of("$L", TextLiterals.block(((Literal) value).value().toString()));
  }

  /** The prompt as code; empty if no model is asked. */
  String promptCode() {
    return prompt == null ? "" : prompt.constant().toString();
  }

  /** The prompt; fails if no model is asked. */
  Message prompt() {
    if (prompt == null) {
      throw new IllegalStateException(file.path() + " has no open slots");
    }
    return prompt;
  }

  /** The name of the constant with the prompt. */
  String promptConstant() {
    if (promptConstant == null) {
      promptConstant = names.take(base + "_PROMPT");
    }
    return promptConstant;
  }

  /** The name of the constant with a text that has slots. */
  String constant(int number) {
    Text text = (Text) texts.get(number);
    String local = TemplateMessages.local(text.path());
    return constants.computeIfAbsent(
        number, unseen -> names.take(base + "_" + NameScope.constant(local)));
  }

  /** Returns a text as an argument: a constant if it has slots, else a literal. */
  CodeBlock argument(int number) {
    TemplateValue value = texts.get(number);
    return value instanceof Text ? CodeBlock.of("$L", constant(number)) : code(value);
  }

  /** The constant with a text that has slots. */
  FieldSpec field(int number) {
    return ConstantsWriter.constant(Wiring.PROMPT_TEXT, constant(number), code(texts.get(number)));
  }

  /** The constant with the prompt. */
  FieldSpec promptField() {
    return ConstantsWriter.constant(Wiring.PROMPT_TEXT, promptConstant(), prompt().constant());
  }

  /**
   * Returns the structure of the file without its texts. It is equal for files that differ only in
   * their texts.
   */
  Object form() {
    Object filled = prompt == null ? List.of() : prompt.filled();
    List<Object> open = new ArrayList<>();
    file.openSlots().forEach(slot -> open.add(List.of(slot.name(), slot.shape())));
    return List.of(form(file.value()), filled, open);
  }

  private Object form(TemplateValue value) {
    if (value instanceof Make make) {
      return List.of(make.type(), make.arguments().stream().map(this::form).toList());
    } else if (value instanceof Items items) {
      return items.items().stream().map(this::form).toList();
    } else if (value instanceof Present present) {
      return List.of(Present.class, form(present.value()));
    } else if (value instanceof Written written) {
      return List.of(Written.class, written.slot().name());
    } else if (value instanceof Text text) {
      return List.of(Text.class, text.path(), TemplateMessages.result(text, file, ANY).filled());
    }
    return value instanceof Literal literal && isText(literal) ? Literal.class : value;
  }
}
