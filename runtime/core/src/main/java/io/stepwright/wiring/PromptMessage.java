package io.stepwright.wiring;

import io.stepwright.spi.Part;
import java.util.List;

/** A message to a model: a text without slots, or a text whose slots are filled. */
public sealed interface PromptMessage permits PromptText, FilledPrompt {

  /**
   * Returns the whole message, which must not contain media.
   *
   * @throws IllegalStateException if a slot is not filled, or is filled with media
   */
  String message();

  /**
   * Returns the message as the parts that a model receives: one text, or texts and media in their
   * order.
   *
   * @throws IllegalStateException if a slot is not filled
   */
  List<Part> parts();
}
