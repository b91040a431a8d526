package io.stepwright.cache.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds arguments that are exchanged: from savings to current, from current to savings. */
final class ArgumentSwap {

  private ArgumentSwap() {}

  static boolean isBetween(Words one, Words other) {
    boolean mutual = MutualWords.areIn(one) && MutualWords.areIn(other);
    Set<String> seen = new HashSet<>();
    for (Word word : one.list()) {
      String preposition = word.text();
      if (Arguments.isPreposition(preposition)
          && other.has(word.stem())
          && seen.add(preposition)
          && !(mutual && (preposition.equals("with") || preposition.equals("to")))
          && isSwapped(one, other, preposition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSwapped(Words one, Words other, String preposition) {
    List<Set<String>> arguments = Arguments.of(one, preposition);
    List<Set<String>> others = Arguments.of(other, preposition);
    if (arguments.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Set<String> argument = without(arguments.get(i), others.get(i));
      Set<String> against = without(others.get(i), arguments.get(i));
      if (isElsewhere(argument, other, others) && isElsewhere(against, one, arguments)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> without(Set<String> stems, Set<String> others) {
    Set<String> rest = new HashSet<>(stems);
    rest.removeAll(others);
    return rest;
  }

  /** Tells whether a text has an argument, but never after the preposition. */
  private static boolean isElsewhere(
      Set<String> argument, Words words, List<Set<String>> arguments) {
    boolean found = false;
    for (String stem : argument) {
      for (Set<String> other : arguments) {
        if (other.contains(stem)) {
          return false;
        }
      }
      found |= words.has(stem);
    }
    return found;
  }
}
