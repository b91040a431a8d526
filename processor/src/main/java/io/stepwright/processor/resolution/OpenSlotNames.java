package io.stepwright.processor.resolution;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names the open slots of a file after their paths: {@code items[0].text} becomes {@code
 * items_0_text}. The names are used as properties of a JSON Schema, where providers accept at most
 * 64 ASCII letters, digits and underscores, and as components of a record.
 */
final class OpenSlotNames {

  private static final int LONGEST = 56;

  /** Names that a record component must not have. */
  private static final Set<String> METHODS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Set<String> taken = new HashSet<>();

  /** Returns a name that no other slot of the file has. */
  String take(String path) {
    String plain =
        path.replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_+|_+$", "")
            .replaceAll("^(?=\\d)", "item_");
    String name = plain.substring(0, Math.min(plain.length(), LONGEST));
    if (name.isEmpty() || SourceVersion.isKeyword(name) || METHODS.contains(name)) {
      name = name.isEmpty() ? "value" : name + "_text";
    }
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }
}
