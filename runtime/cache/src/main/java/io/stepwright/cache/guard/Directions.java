package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds prepositions of another direction or time with the same argument: to the bank, from the
 * bank.
 */
final class Directions {

  /** Each line: a preposition, and others that mean something else. */
  private static final Map<String, Set<String>> OTHERS =
      others(
          """
          from = to into onto toward towards for
          to = by
          for = against to
          with = against without
          during = before after
          while = before after
          under = of
          """);

  private static final Set<String> BETWEEN =
      Lists.set("the a an my your his her its our their this that these those");

  private Directions() {}

  static boolean differ(Words one, Words other) {
    Map<String, Set<String>> before = of(one);
    Map<String, Set<String>> against = before.isEmpty() ? Map.of() : of(other);
    for (Map.Entry<String, Set<String>> each : before.entrySet()) {
      Set<String> there = against.get(each.getKey());
      if (there != null && exclude(each.getValue(), there)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the prepositions by the stem of their argument. */
  private static Map<String, Set<String>> of(Words words) {
    Map<String, Set<String>> prepositions = new HashMap<>();
    for (int at = 0; at + 1 < words.size(); at++) {
      if (OTHERS.containsKey(words.text(at))) {
        int next = at + 1;
        while (BETWEEN.contains(words.text(next))) {
          next++;
        }
        if (next < words.size() && !words.at(next).afterPunctuation()) {
          prepositions
              .computeIfAbsent(words.stem(next), key -> new HashSet<>(2))
              .add(words.text(at));
        }
      }
    }
    return prepositions;
  }

  private static boolean exclude(Set<String> some, Set<String> others) {
    if (some.stream().anyMatch(others::contains)) {
      return false;
    }
    return some.stream()
        .anyMatch(word -> OTHERS.getOrDefault(word, Set.of()).stream().anyMatch(others::contains));
  }

  private static Map<String, Set<String>> others(String lines) {
    Map<String, Set<String>> others = new HashMap<>();
    for (String line : Lists.lines(lines)) {
      int equals = line.indexOf('=');
      String word = line.substring(0, equals).strip();
      for (String other : Lists.words(line.substring(equals + 1))) {
        others.computeIfAbsent(word, key -> new HashSet<>()).add(other);
        others.computeIfAbsent(other, key -> new HashSet<>()).add(word);
      }
    }
    return others;
  }
}
