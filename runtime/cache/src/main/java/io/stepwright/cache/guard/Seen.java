package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words and signs of a text by the form that an embedder reads.
 *
 * @param written the written forms by the form that is read
 */
record Seen(Map<String, Set<String>> written) {

  static Seen of(String text) {
    Seen seen = new Seen(new HashMap<>());
    Pieces.of(text, seen::add);
    return seen;
  }

  private void add(String piece) {
    written.computeIfAbsent(Pieces.read(piece), key -> new HashSet<>(2)).add(piece);
  }

  /**
   * Tells whether a piece of this text reads like one of the other text, without being equal to
   * one.
   */
  boolean hasLookalikeIn(Seen other) {
    for (Map.Entry<String, Set<String>> entry : written.entrySet()) {
      Set<String> twins = other.written.get(entry.getKey());
      if (twins == null) {
        continue;
      }
      for (String piece : entry.getValue()) {
        if (!twins.contains(piece)
            && twins.stream().noneMatch(twin -> WrittenForm.same(piece, twin))) {
          return true;
        }
      }
    }
    return false;
  }
}
