package io.stepwright.processor.comments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the comments of a type say that a model may answer. Immutable.
 *
 * @param main of the type itself; empty if nothing
 * @param parts of each component of a record or constant of an enum, by its name; empty texts where
 *     nothing is said
 */
public record TypeComments(String main, Map<String, String> parts) {

  /** No comment at all. */
  public static final TypeComments NONE = new TypeComments("", Map.of());

  /** Copies the map, in its order. */
  public TypeComments {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Of a part; empty if nothing is said. */
  public String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** Whether nothing is said, of the type and of each part. */
  public boolean isEmpty() {
    return main.isEmpty() && parts.values().stream().allMatch(String::isEmpty);
  }
}
