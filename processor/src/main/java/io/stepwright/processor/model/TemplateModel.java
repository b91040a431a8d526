package io.stepwright.processor.model;

import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template whose files are read and checked.
 *
 * @param path the path in the annotation
 * @param choice the rule that chooses a file
 * @param files the distinct files, in the order of their constants
 */
public record TemplateModel(String path, Choice choice, List<File> files) {

  /** The rule that chooses a file. */
  public sealed interface Choice {}

  /** Always chooses the same file. */
  public record Chosen(File file) implements Choice {}

  /**
   * Chooses by the constant of an enum.
   *
   * @param cases the choices by the constants' names, without the constants that take {@code
   *     otherwise}
   * @param otherwise the choice for all other constants, or null if there is no file for them
   */
  public record ByConstant(Slot on, Map<String, Choice> cases, @Nullable Choice otherwise)
      implements Choice {}

  /** Chooses by a boolean. */
  public record ByFlag(Slot on, Choice yes, Choice no) implements Choice {}

  /**
   * A file of a template.
   *
   * @param path its path among the resources
   * @param values the replacement of each brace of the path: a constant, or {@code default}
   * @param text its content
   * @param value the value that code makes of it
   * @param skeleton its skeleton, which a model is shown
   * @param openSlots the slots that a model writes, in the order of the file
   * @param slots the slots that code fills, those of instructions included
   */
  public record File(
      String path,
      List<String> values,
      String text,
      TemplateValue value,
      List<SkeletonPiece> skeleton,
      List<OpenSlot> openSlots,
      List<Slot> slots) {

    /** Returns whether a model is needed to fill the file. */
    public boolean isOpen() {
      return !openSlots.isEmpty();
    }

    /** Returns the shape of the model's answer: an object with only the open slots. */
    public Shape.Structure answer(TypeRef type) {
      return new Shape.Structure(
          type,
          openSlots.stream()
              .map(slot -> new Shape.Component(slot.name(), slot.shape(), slot.description()))
              .toList(),
          "");
    }
  }

  /** A piece of a skeleton. */
  public sealed interface SkeletonPiece {}

  /** Text of the file, unchanged. */
  public record Raw(String text) implements SkeletonPiece {}

  /** A value, written as JSON. */
  public record AsJson(TemplateValue value) implements SkeletonPiece {}

  /** A text of a plain text file, unchanged. */
  public record AsText(TemplateValue.Text text) implements SkeletonPiece {}

  /** Returns the slots that choose the file. */
  public List<Slot> choosers() {
    return choosers(choice);
  }

  /** Returns a shape that contains all open slots of all files. */
  public Shape answers() {
    return new Shape.Structure(
        new TypeRef.Other(""),
        files.stream()
            .flatMap(file -> file.answer(new TypeRef.Other("")).components().stream())
            .toList(),
        "");
  }

  /** Returns whether a model is needed for at least one of the files. */
  public boolean isOpen() {
    return files.stream().anyMatch(File::isOpen);
  }

  /**
   * Returns a prompt with all slots on which the answers for some files depend: those that choose
   * the file, those of the instruction and those that fill the files.
   */
  public PromptModel shown(List<File> files, @Nullable PromptModel instruction) {
    List<Part> parts = new ArrayList<>(choosers());
    if (instruction != null) {
      parts.addAll(instruction.slots());
    }
    files.forEach(file -> parts.addAll(file.slots()));
    return new PromptModel(null, parts);
  }

  private static List<Slot> choosers(Choice choice) {
    List<Slot> slots = new ArrayList<>();
    if (choice instanceof ByConstant enumerated) {
      slots.add(enumerated.on());
      enumerated.cases().values().forEach(each -> slots.addAll(choosers(each)));
      if (enumerated.otherwise() != null) {
        slots.addAll(choosers(enumerated.otherwise()));
      }
    } else if (choice instanceof ByFlag flag) {
      slots.add(flag.on());
      slots.addAll(choosers(flag.yes()));
      slots.addAll(choosers(flag.no()));
    }
    return slots.stream().distinct().toList();
  }
}
