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
 * @param path as the annotation names it
 * @param choice which file is taken when
 * @param files the files, each once, in the order of their constants
 */
public record TemplateModel(String path, Choice choice, List<File> files) {

  /** Which file is taken. */
  public sealed interface Choice {}

  /** Always one. */
  public record Chosen(File file) implements Choice {}

  /**
   * One for each constant of an enum.
   *
   * @param cases by the constants' names; those that the otherwise branch takes are left out
   * @param otherwise what all other constants take, or null if there is nothing for them
   */
  public record ByConstant(Slot on, Map<String, Choice> cases, @Nullable Choice otherwise)
      implements Choice {}

  /** One of two. */
  public record ByFlag(Slot on, Choice yes, Choice no) implements Choice {}

  /**
   * A file.
   *
   * @param path where it is among the resources
   * @param values what stands for each brace of the path: constants, or {@code default}
   * @param text what it holds
   * @param value what code makes of it
   * @param skeleton what a model is shown of it
   * @param openSlots what a model writes, in the order of the file
   * @param slots what code fills in, instructions included
   */
  public record File(
      String path,
      List<String> values,
      String text,
      TemplateValue value,
      List<SkeletonPiece> skeleton,
      List<OpenSlot> openSlots,
      List<Slot> slots) {

    /** Whether it takes a model to fill it. */
    public boolean isOpen() {
      return !openSlots.isEmpty();
    }

    /** What the model answers: an object with the open slots alone. */
    public Shape.Structure answer(TypeRef type) {
      return new Shape.Structure(
          type,
          openSlots.stream()
              .map(slot -> new Shape.Component(slot.name(), slot.shape(), slot.description()))
              .toList(),
          "");
    }
  }

  /** A piece of what a model is shown. */
  public sealed interface SkeletonPiece {}

  /** Text of the file as it is. */
  public record Raw(String text) implements SkeletonPiece {}

  /** A value as JSON. */
  public record AsJson(TemplateValue value) implements SkeletonPiece {}

  /** A text as it is, in a file of plain text. */
  public record AsText(TemplateValue.Text text) implements SkeletonPiece {}

  /** The slots that choose the file. */
  public List<Slot> choosers() {
    return choosers(choice);
  }

  /** All that models write, in one shape. */
  public Shape answers() {
    return new Shape.Structure(
        new TypeRef.Other(""),
        files.stream()
            .flatMap(file -> file.answer(new TypeRef.Other("")).components().stream())
            .toList(),
        "");
  }

  /** Whether a model is asked for at least one of the files. */
  public boolean isOpen() {
    return files.stream().anyMatch(File::isOpen);
  }

  /**
   * All that goes into the answers for some files, as a prompt: what chose them, what the
   * instruction shows, and what fills them.
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
