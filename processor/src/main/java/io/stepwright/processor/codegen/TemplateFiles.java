package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of a template that differ in nothing but their texts, so that one method fills them all.
 *
 * @param files at least one
 * @param names the names of what the generated class has for them
 */
record TemplateFiles(List<FileTexts> files, Names names) {

  /**
   * Names.
   *
   * @param method the method that fills them
   * @param step the constant of the step with their answer
   * @param answer the record of what a model writes, if it is more than one text
   * @param wire the name of the answer for providers
   */
  record Names(String method, String step, String answer, String wire) {}

  /** The file whose values stand for those of all. */
  FileTexts first() {
    return files.get(0);
  }

  boolean isOpen() {
    return first().file().isOpen();
  }

  /** The names and the types of the open slots. */
  List<OpenSlot> openSlots() {
    return first().file().openSlots();
  }

  /**
   * What the model answers. A description that is not the same in all files is left out: the model
   * reads what it is to write in the file.
   */
  Shape.Structure answer(TypeRef type) {
    List<Shape.Component> components = new ArrayList<>();
    for (Shape.Component component : first().file().answer(type).components()) {
      boolean same =
          files.stream()
              .flatMap(each -> each.file().answer(type).components().stream())
              .filter(other -> other.name().equals(component.name()))
              .allMatch(other -> other.description().equals(component.description()));
      components.add(
          same ? component : new Shape.Component(component.name(), component.shape(), ""));
    }
    return new Shape.Structure(type, components, "");
  }

  /** Whether a text, by its number, is the same in all files. */
  boolean isShared(int text) {
    return files.stream().map(each -> each.code(text)).distinct().count() == 1;
  }

  /** Whether all files show a model the same. */
  boolean sharePrompt() {
    return files.stream().map(each -> each.promptCode()).distinct().count() == 1;
  }

  /** Texts of the first file. */
  List<TemplateValue> texts() {
    return first().texts();
  }

  /** The file, with its texts, if it is one of these. */
  Optional<FileTexts> find(File file) {
    return files.stream().filter(each -> each.file().equals(file)).findFirst();
  }

  /** The texts of one file that are not those of all, as arguments of the method. */
  List<CodeBlock> arguments(FileTexts file) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (isOpen() && !sharePrompt()) {
      arguments.add(CodeBlock.of("$L", file.promptConstant()));
    }
    for (int i = 0; i < texts().size(); i++) {
      if (!isShared(i)) {
        arguments.add(file.argument(i));
      }
    }
    return arguments;
  }

  /** The constants of all texts. */
  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    for (FileTexts each : files) {
      boolean isFirst = each.equals(first());
      if (isOpen() && (isFirst || !sharePrompt())) {
        constants.add(each.promptField());
      }
      for (int i = 0; i < texts().size(); i++) {
        if (texts().get(i) instanceof TemplateValue.Text && (isFirst || !isShared(i))) {
          constants.add(each.field(i));
        }
      }
    }
    return constants;
  }
}
