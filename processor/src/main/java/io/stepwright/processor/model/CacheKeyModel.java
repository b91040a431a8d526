package io.stepwright.processor.model;

import io.stepwright.processor.model.PromptModel.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an answer may be served again.
 *
 * @param text the text that is compared by meaning, or, if the similarity is 1, with case and white
 *     space folded; null if there is none
 * @param exact the values that have to be equal
 */
public record CacheKeyModel(@Nullable Slot text, List<Slot> exact) {

  /** Copies the list. */
  public CacheKeyModel {
    exact = List.copyOf(exact);
  }

  /** All values. */
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    if (text != null) {
      slots.add(text);
    }
    slots.addAll(exact);
    return slots;
  }
}
