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
 * Files of a template that differ only in their texts, so that one method fills them all.
 *
 * @param files the files, at least one
 * @param names the names of their members in the generated class
 */
record TemplateFiles(List<FileTexts> files, Names names) {

  /**
   * The names of the members for the files.
   *
   * @param method the method that fills the files
   * @param step the constant of the step with their answer
   * @param answer the record of the texts that a model writes, if there is more than one
   * @param wire the name of the answer for providers
   */
  record Names(String method, String step, String answer, String wire) {}

  /** The first file, whose values represent those of all files. */
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
   * Returns the type of the model's answer. Descriptions that differ between the files are omitted,
   * because the model reads the instruction in the file.
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

  /** Returns whether the text with an index is the same in all files. */
  boolean isShared(int text) {
    return files.stream().map(each -> each.code(text)).distinct().count() == 1;
  }

  /** Returns whether all files have the same prompt. */
  boolean sharePrompt() {
    return files.stream().map(each -> each.promptCode()).distinct().count() == 1;
  }

  /** The texts of the first file. */
  List<TemplateValue> texts() {
    return first().texts();
  }

  /** Returns the texts of a file, if it is one of these files. */
  Optional<FileTexts> find(File file) {
    return files.stream().filter(each -> each.file().equals(file)).findFirst();
  }

  /** Returns the texts of one file that are not shared by all, as arguments of the method. */
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

  /** Returns the constants of all texts. */
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
