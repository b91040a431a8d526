package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads lists of words that are written as text. */
final class Lists {

  private Lists() {}

  static Set<String> set(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** The stems of the words. */
  static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : set(words)) {
      stems.add(Stem.of(word));
    }
    return stems;
  }

  /** One entry a line: what all words of the line stand for, an equals sign, and these words. */
  static Map<String, String> names(String lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines.strip().split("\n")) {
      int equals = line.indexOf('=');
      for (String word : line.substring(equals + 1).strip().split("\\s+")) {
        names.put(word, line.substring(0, equals).strip());
      }
    }
    return names;
  }
}
