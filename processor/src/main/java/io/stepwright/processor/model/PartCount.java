package io.stepwright.processor.model;

import io.stepwright.processor.model.TemplateValue.Items;
import io.stepwright.processor.model.TemplateValue.Make;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TemplateValue.Present;
import io.stepwright.processor.model.TemplateValue.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the texts, slots and values that prompts and templates consist of. */
public final class PartCount {

  private PartCount() {}

  /** Returns the number of texts and slots of a prompt. */
  public static int of(PromptModel prompt) {
    return of(prompt.system()) + prompt.user().size();
  }

  private static int of(@Nullable List<PromptModel.Part> message) {
    return message == null ? 0 : message.size();
  }

  /**
   * Returns the number of values in a file, including the texts and slots in them, in the skeleton
   * and in the instructions.
   */
  public static int of(TemplateModel.File file) {
    int instructions =
        file.openSlots().stream().map(OpenSlot::instruction).mapToInt(PartCount::of).sum();
    return of(file.value()) + file.skeleton().size() + instructions;
  }

  private static int of(TemplateValue value) {
    if (value instanceof Make make) {
      return 1 + make.arguments().stream().mapToInt(PartCount::of).sum();
    }
    if (value instanceof Items items) {
      return 1 + items.items().stream().mapToInt(PartCount::of).sum();
    }
    if (value instanceof Present present) {
      return of(present.value());
    }
    return value instanceof Text text ? text.pieces().size() : 1;
  }

  /** Returns how many parameter slots of a method the model's answer to a file takes. */
  public static int placesOfAnswer(TemplateModel.File file) {
    return file.openSlots().stream()
        .mapToInt(slot -> ParameterModel.places(slot.shape().type()))
        .sum();
  }
}
