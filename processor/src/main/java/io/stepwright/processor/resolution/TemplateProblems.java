package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports problems in a file of a template with their positions in the file. */
final class TemplateProblems {

  /** Limit of reported problems in one file. Each takes time proportional to the file's size. */
  private static final int MOST = 100;

  private final String step;
  private final PromptSource source;
  private final PromptResolver slots;
  private final Diagnostics diagnostics;
  private int number;

  /**
   * Creates a reporter for one file.
   *
   * @param source the whole file
   */
  TemplateProblems(
      String step, PromptSource source, PromptResolver slots, Diagnostics diagnostics) {
    this.step = step;
    this.source = source;
    this.slots = slots;
    this.diagnostics = diagnostics;
  }

  /** Returns whether anything was reported. */
  boolean any() {
    return number > 0;
  }

  /** Returns the position of an offset in the file, for a message. */
  String where(int offset) {
    return source.where(offset);
  }

  /** Returns the value of a slot; empty if there is a problem, which is then reported. */
  Optional<Slot> slot(SlotText text) {
    if (isFull()) {
      return Optional.empty();
    }
    Optional<Slot> slot = slots.slot(text, source, PartSlots.Place.TEMPLATE);
    number += slot.isEmpty() ? 1 : 0;
    return slot;
  }

  void broken(Broken broken) {
    number++;
    if (!isFull()) {
      slots.broken(broken, source);
    }
  }

  private boolean isFull() {
    return number >= MOST;
  }

  void report(DiagnosticId id, int offset, String problem, String... more) {
    number++;
    if (isFull()) {
      return;
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "In the template of step '%s', %s: %s".formatted(step, source.where(offset), problem));
    sentences.addAll(List.of(more));
    sentences.add(source.excerpt(offset));
    diagnostics.report(id, source.place(), sentences.toArray(String[]::new));
  }
}
