package io.stepwright.cache.guard;

import java.util.HashSet;
import java.util.Set;

/** Finds an "only" with another focus: only admins delete, admins only delete. */
final class Focus {

  private static final Set<String> WORDS = Lists.set("only solely merely exclusively");

  private Focus() {}

  static boolean differs(Words one, Words other) {
    Set<String> focus = of(one);
    Set<String> against = of(other);
    return isElsewhere(focus, against, other) && isElsewhere(against, focus, one);
  }

  /** Tells whether the focus of one text occurs in the other, which restricts another word. */
  private static boolean isElsewhere(Set<String> focus, Set<String> against, Words other) {
    for (String stem : focus) {
      if (!against.contains(stem) && other.has(stem)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> of(Words words) {
    Set<String> focus = new HashSet<>(2);
    for (int at = 0; at < words.size(); at++) {
      if (WORDS.contains(words.text(at))) {
        int content = content(words, at);
        if (content >= 0) {
          focus.add(words.stem(content));
        }
      }
    }
    return focus;
  }

  /** Returns the index of the next content word, or else of the one before; -1 if there is none. */
  private static int content(Words words, int only) {
    for (int at = only + 1; at < words.size(); at++) {
      Word word = words.at(at);
      if (at > only + 1 && (word.afterPunctuation() || word.startsSentence())) {
        break;
      }
      if (!FunctionWords.contains(word.text())) {
        return at;
      }
    }
    for (int at = only - 1; at >= 0; at--) {
      if (!FunctionWords.contains(words.text(at))) {
        return at;
      }
    }
    return -1;
  }
}
