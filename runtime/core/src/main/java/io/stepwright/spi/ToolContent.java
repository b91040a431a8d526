package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a call of a tool. They may be personal: only listeners that {@link
 * RunListener#wantsContent want} them receive them. Immutable.
 *
 * @param arguments all arguments as canonical JSON, those that code has bound included; the
 *     arguments as the model wrote them if they are wrong
 * @param result the text that the model is given, at most 8,000 characters; null if there is none,
 *     because the step or the run ended
 */
public record ToolContent(String arguments, @Nullable String result) {

  /** Makes the texts {@linkplain ModelRequest#wellFormed well-formed}. */
  public ToolContent {
    arguments = ModelRequest.wellFormed(arguments);
    result = result == null ? null : ModelRequest.wellFormed(result);
  }

  /** Leaves out the texts. */
  @Override
  public String toString() {
    return "ToolContent[]";
  }
}
