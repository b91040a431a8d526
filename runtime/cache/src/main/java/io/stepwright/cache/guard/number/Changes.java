package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds an amount of change in one text where the other has a target value: by 10, to 10. */
public final class Changes {

  private Changes() {}

  public static boolean differ(Words one, Words other) {
    Map<String, Set<String>> changes = of(one);
    if (changes.isEmpty()) {
      return false;
    }
    Map<String, Set<String>> others = of(other);
    for (Map.Entry<String, Set<String>> change : changes.entrySet()) {
      Set<String> against = others.get(change.getKey());
      if (against != null && change.getValue().stream().noneMatch(against::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the word before each number, "by" or "to", keyed by the number. */
  private static Map<String, Set<String>> of(Words words) {
    Map<String, Set<String>> changes = new HashMap<>();
    for (int at = 1; at < words.size(); at++) {
      String number = number(words, at);
      if (number.isEmpty()) {
        continue;
      }
      boolean sign = words.at(at - 1).shape() == Word.Shape.SIGN;
      String before = words.text(sign ? at - 2 : at - 1);
      if (before.equals("by") || before.equals("to")) {
        changes.computeIfAbsent(number, key -> new HashSet<>(2)).add(before);
      }
    }
    return changes;
  }

  /** Returns the number that starts with the word at an index; empty if there is none. */
  private static String number(Words words, int at) {
    Word word = words.at(at);
    if (word.startsWithDigit()) {
      return Numeral.of(word.text()).number();
    }
    SpelledNumber spelled = SpelledNumber.at(words, at);
    return spelled == null ? "" : spelled.number();
  }
}
