package io.stepwright.cache.guard.word;

import java.util.HashSet;
import java.util.Set;

/** Finds an "and" where the other text has an "or": a dog or a cat, a dog and a cat. */
public final class Coordination {

  private static final Set<String> CONJUNCTIONS = Lists.set("and or nor vs versus plus");
  private static final int REACH = 3;

  private Coordination() {}

  public static boolean isConjunction(String word) {
    return CONJUNCTIONS.contains(word);
  }

  public static boolean differs(Words one, Words other) {
    return part(one, "and", other, "or") || part(one, "or", other, "and");
  }

  private static boolean part(Words one, String word, Words other, String against) {
    if (!one.has(word) || !other.has(against)) {
      return false;
    }
    Set<Set<String>> joined = joined(one, word);
    joined.removeAll(joined(one, against));
    Set<Set<String>> parted = joined(other, against);
    parted.removeAll(joined(other, word));
    joined.retainAll(parted);
    return !joined.isEmpty();
  }

  /** Returns the pairs of words beside each occurrence of a conjunction. */
  private static Set<Set<String>> joined(Words words, String conjunction) {
    Set<Set<String>> joined = new HashSet<>();
    for (int at = 0; at < words.size(); at++) {
      if (words.text(at).equals(conjunction)) {
        String left = content(words, at, -1);
        String right = content(words, at, 1);
        if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
          joined.add(Set.of(left, right));
        }
      }
    }
    return joined;
  }

  private static String content(Words words, int from, int step) {
    for (int i = 1; i <= REACH; i++) {
      int at = from + i * step;
      String word = words.text(at);
      if (!word.isEmpty() && !FunctionWords.contains(word)) {
        return words.stem(at);
      }
    }
    return "";
  }
}
