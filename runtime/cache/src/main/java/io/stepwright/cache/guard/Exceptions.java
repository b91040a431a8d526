package io.stepwright.cache.guard;

import java.util.Set;

/** Finds an exception in one text only: everyone but Anna, everyone and Anna. */
final class Exceptions {

  private static final Set<String> WHOLES =
      Lists.set(
          "all every any no none nothing anything everything nobody anybody everybody everyone anyone");
  private static final Set<String> WORDS =
      Lists.set("but except excepting excluding save besides apart other than without");
  private static final int REACH = 3;

  private Exceptions() {}

  static boolean differ(Words one, Words other) {
    return (areIn(one) && hasWhole(other) && !hasWord(other))
        || (areIn(other) && hasWhole(one) && !hasWord(one));
  }

  private static boolean areIn(Words words) {
    for (int at = 0; at < words.size(); at++) {
      if (WHOLES.contains(words.text(at)) && isLimited(words, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLimited(Words words, int whole) {
    for (int at = whole + 1; at <= whole + REACH && at < words.size(); at++) {
      if (words.at(at).afterPunctuation() || words.at(at).startsSentence()) {
        return false;
      }
      if (words.text(at).equals("but") || words.text(at).equals("except")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWhole(Words words) {
    return words.list().stream().anyMatch(word -> WHOLES.contains(word.text()));
  }

  private static boolean hasWord(Words words) {
    return words.list().stream().anyMatch(word -> WORDS.contains(word.text()));
  }
}
