package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Types.Accessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path from an input or a step to a value.
 *
 * @param text the path as it is written
 * @param root the source at which it starts
 * @param accessors the accessors that lead from the source to the value
 * @param type the value's type
 * @param narrowedTo a narrower type to which a condition narrows the value, or null
 */
public record ValuePath(
    String text,
    Source root,
    List<Accessor> accessors,
    TypeRef type,
    @Nullable TypeRef narrowedTo) {

  /** Copies the list. */
  public ValuePath {
    accessors = List.copyOf(accessors);
  }

  /** Returns the path to a source itself. */
  public static ValuePath of(Source root) {
    return new ValuePath(root.name(), root, List.of(), root.type(), null);
  }

  /** Returns the beginning of this path, with its first accessors only. */
  public ValuePath upTo(int count) {
    return new ValuePath(
        text,
        root,
        accessors.subList(0, count),
        count == 0 ? root.type() : accessors.get(count - 1).type(),
        null);
  }

  /** Returns a copy of this path whose value is narrowed to a type. */
  public ValuePath narrowedTo(TypeRef narrower) {
    return new ValuePath(text, root, accessors, type, narrower);
  }
}
