package io.stepwright.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an attempt. They may be personal: only listeners that {@link
 * RunListener#wantsContent want} them receive them. Immutable.
 *
 * @param turns the conversation that the model was asked to continue, oldest turn first
 * @param answer the text that the model wrote, or null if there was no answer
 * @param calls the tools that the answer calls, as the model wrote them
 * @param tools the tools that the request offered
 */
public record ModelContent(
    List<Turn> turns, @Nullable String answer, List<ToolCall> calls, List<ToolSpec> tools) {

  /** Copies the lists. */
  public ModelContent {
    turns = List.copyOf(turns);
    calls = List.copyOf(calls);
    tools = List.copyOf(tools);
  }

  /** Makes the texts of an attempt without tools. */
  public ModelContent(List<Turn> turns, @Nullable String answer) {
    this(turns, answer, List.of(), List.of());
  }

  /** Leaves out the texts. */
  @Override
  public String toString() {
    return "ModelContent[]";
  }
}
