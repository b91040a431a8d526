package io.stepwright.processor.model;

import io.stepwright.processor.model.Types.Accessor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A prompt whose slots are resolved.
 *
 * @param system the system message; null if there is none
 * @param user the user message
 */
public record PromptModel(@Nullable List<Part> system, List<Part> user) {

  /** Returns the slots, those of the system message first. */
  public List<Slot> slots() {
    return Stream.concat(system == null ? Stream.empty() : system.stream(), user.stream())
        .filter(Slot.class::isInstance)
        .map(Slot.class::cast)
        .toList();
  }

  /** A part of a message. */
  public sealed interface Part {}

  /** Literal text. */
  public record Literal(String text) implements Part {}

  /**
   * A slot, into which a value is inserted.
   *
   * @param path the path as it is written
   * @param parameter the name of the parameter at which the path starts
   * @param accessors the accessors that lead from the parameter to the value
   * @param shape the shape of the value
   */
  public record Slot(String path, String parameter, List<Accessor> accessors, Shape shape)
      implements Part {}
}
