package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an attempt. They may be personal: only listeners that {@link
 * RunListener#wantsContent want} them receive them. Immutable.
 *
 * @param system the system message, or null
 * @param prompt the user message
 * @param rejected the earlier answer that did not fit and the complaint about it, or null
 * @param answer the text that the model wrote, or null if there was no answer
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
