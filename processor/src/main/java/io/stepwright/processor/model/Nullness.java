package io.stepwright.processor.model;

import java.util.List;

/**
 * The annotations called {@code Nullable} of a type, part by part, to be repeated where generated
 * code declares the same. They are no part of the type: two types that differ in them are equal.
 *
 * @param declared annotations of the declaration itself: of a method or a parameter
 * @param type annotations of the type's own values
 * @param parts what its type arguments, an array's component or a wildcard's bound say, in that
 *     order; empty if none of them says anything
 */
public record Nullness(
    List<AnnotationModel> declared, List<AnnotationModel> type, List<Nullness> parts) {

  /** Nothing is said. */
  public static final Nullness NONE = new Nullness(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Nullness {
    declared = List.copyOf(declared);
    type = List.copyOf(type);
    parts = List.copyOf(parts);
  }

  /** The part of an index. */
  public Nullness part(int index) {
    return parts.isEmpty() ? NONE : parts.get(index);
  }

  /** Whether the value itself may be null, by what is said. */
  public boolean mayBeNull() {
    return !declared.isEmpty() || !type.isEmpty();
  }

  /** Whether anything is said, about the value or a part of it. */
  public boolean isSaid() {
    return mayBeNull() || parts.stream().anyMatch(Nullness::isSaid);
  }
}
