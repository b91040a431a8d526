package io.stepwright.cache.guard.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Parses lists of words that are written as text. */
public final class Lists {

  private Lists() {}

  /** Splits a text at white space. */
  public static String[] words(String words) {
    return words.strip().split("\\s+", -1);
  }

  /** Splits a text into lines. */
  public static String[] lines(String lines) {
    return lines.strip().split("\n", -1);
  }

  public static Set<String> set(String words) {
    return Set.of(words(words));
  }

  /** Returns the stems of the words. */
  public static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : set(words)) {
      stems.add(Stem.of(word));
    }
    return stems;
  }

  /**
   * Parses one entry per line: a common name, an equals sign, and the words that it stands for.
   * Returns the names by word.
   */
  public static Map<String, String> names(String lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines(lines)) {
      int equals = line.indexOf('=');
      for (String word : words(line.substring(equals + 1))) {
        names.put(word, line.substring(0, equals).strip());
      }
    }
    return names;
  }
}
