package io.stepwright.processor.model;

import java.util.List;

/**
 * The annotations called {@code Nullable} on a type and its parts, for generated code to repeat.
 * They are not part of the type: types that differ only in them are equal.
 *
 * @param declared annotations of the declaration itself: a method or a parameter
 * @param type annotations of the type itself
 * @param parts the annotations of its type arguments, of an array's component or of a wildcard's
 *     bound, in that order; empty if none of them has any
 */
public record Nullness(
    List<AnnotationModel> declared, List<AnnotationModel> type, List<Nullness> parts) {

  /** No annotations. */
  public static final Nullness NONE = new Nullness(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Nullness {
    declared = List.copyOf(declared);
    type = List.copyOf(type);
    parts = List.copyOf(parts);
  }

  /** Returns the annotations of the part with an index. */
  public Nullness part(int index) {
    return parts.isEmpty() ? NONE : parts.get(index);
  }

  /** Returns whether the value itself is annotated as nullable. */
  public boolean mayBeNull() {
    return !declared.isEmpty() || !type.isEmpty();
  }

  /** Returns whether the value or a part of it is annotated. */
  public boolean isSaid() {
    return mayBeNull() || parts.stream().anyMatch(Nullness::isSaid);
  }
}
