package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words and signs of a text, and what an embedder reads of them.
 *
 * @param written by what is read, the ways it is written in
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

  /** Whether a piece of this text looks like one of the other text, and is none of its pieces. */
  boolean hasTwinIn(Seen other) {
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
