package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports what is wrong in a file of a template, at its place in the file. */
final class TemplateProblems {

  /** Nobody reads more of one file, and each takes time in proportion to its size. */
  private static final int MOST = 100;

  private final String step;
  private final PromptSource source;
  private final PromptResolver slots;
  private final Diagnostics diagnostics;
  private int number;

  /**
   * For one file.
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

  /** Whether anything was reported. */
  boolean any() {
    return number > 0;
  }

  /** A place in the file, for a message. */
  String where(int offset) {
    return source.where(offset);
  }

  /** The value of a slot; nothing if there is none, which is then reported. */
  Optional<Slot> slot(SlotText text) {
    if (isFull()) {
      return Optional.empty();
    }
    Optional<Slot> slot = slots.slot(text, source);
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
