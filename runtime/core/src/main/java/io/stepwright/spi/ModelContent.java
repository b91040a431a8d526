package io.stepwright.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an attempt. They may be personal: only listeners that {@link
 * RunListener#wantsContent want} them receive them. Immutable.
 *
 * @param turns the conversation that the model was asked to continue, oldest turn first
 * @param answer the text that the model wrote, or null if there was no answer
 */
public record ModelContent(List<Turn> turns, @Nullable String answer) {

  /** Copies the list. */
  public ModelContent {
    turns = List.copyOf(turns);
  }

  /** Leaves out the texts. */
  @Override
  public String toString() {
    return "ModelContent[]";
  }
}
