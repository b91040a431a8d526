package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * What was said in an attempt, word by word. It may be personal: only listeners that {@link
 * RunListener#wantsContent want} it are told. Immutable.
 *
 * @param system the system message, or null
 * @param prompt the user message
 * @param rejected the earlier answer that did not fit and what the model was told of it, or null
 * @param answer what the model wrote, or null if there was no answer
 */
public record ModelContent(
    @Nullable String system,
    String prompt,
    ModelRequest.@Nullable Rejected rejected,
    @Nullable String answer) {

  /** Leaves out the texts. */
  @Override
  public String toString() {
    return "ModelContent[]";
  }
}
