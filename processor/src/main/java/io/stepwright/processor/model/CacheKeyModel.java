package io.stepwright.processor.model;

import io.stepwright.processor.model.PromptModel.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that decide whether a cached answer may be served.
 *
 * @param text the text that is compared by meaning or, if the similarity is 1, compared with case
 *     and white space folded; null if there is none
 * @param exact the values that must be equal
 */
public record CacheKeyModel(@Nullable Slot text, List<Slot> exact) {

  /** Copies the list. */
  public CacheKeyModel {
    exact = List.copyOf(exact);
  }

  /** Returns a key with one more value that must be equal. */
  public CacheKeyModel with(Slot slot) {
    List<Slot> more = new ArrayList<>(exact);
    more.add(slot);
    return new CacheKeyModel(text, more);
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
