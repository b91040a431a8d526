package io.stepwright.processor.model;

import io.stepwright.processor.model.Types.Accessor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A prompt whose slots are resolved.
 *
 * @param system the system message, or null
 * @param user the user message
 */
public record PromptModel(@Nullable List<Part> system, List<Part> user) {

  /** The slots, those of the system message first. */
  public List<Slot> slots() {
    return Stream.concat(system == null ? Stream.empty() : system.stream(), user.stream())
        .filter(Slot.class::isInstance)
        .map(Slot.class::cast)
        .toList();
  }

  /** A part of a message. */
  public sealed interface Part {}

  /** Text as it is. */
  public record Literal(String text) implements Part {}

  /**
   * A value.
   *
   * @param path the path as it is written
   * @param parameter the name of the parameter at which it starts
   * @param accessors the accessors that lead from there to the value
   * @param shape what the value looks like
   */
  public record Slot(String path, String parameter, List<Accessor> accessors, Shape shape)
      implements Part {}
}
