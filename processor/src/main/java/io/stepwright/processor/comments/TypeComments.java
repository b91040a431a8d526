package io.stepwright.processor.comments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The comments of a type that describe it to a model. Immutable.
 *
 * @param main the comment of the type itself; empty if there is none
 * @param parts the comments of the components of a record, the constants of an enum, or the tools
 *     of a set and their parameters, by name; empty texts for parts without a comment
 */
public record TypeComments(String main, Map<String, String> parts) {

  /** No comments. */
  public static final TypeComments NONE = new TypeComments("", Map.of());

  /** Copies the map, in its order. */
  public TypeComments {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Returns the comment of a part; empty if there is none. */
  public String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** Returns whether neither the type nor any part has a comment. */
  public boolean isEmpty() {
    return main.isEmpty() && parts.values().stream().allMatch(String::isEmpty);
  }
}
