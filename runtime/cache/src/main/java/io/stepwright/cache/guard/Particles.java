package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.FunctionWords;
import io.stepwright.cache.guard.word.Words;

/** Pairs of particles that reverse a verb: log in and log out, turn it on and turn it off. */
final class Particles {

  private static final String[][] PAIRS = {{"on", "off"}, {"in", "out"}, {"up", "down"}};

  /** The maximum distance of the verb before its particle. */
  private static final int REACH = 3;

  private Particles() {}

  /** Tells whether the same word has opposite particles in the two texts. */
  static boolean differ(Words one, Words other) {
    for (String[] pair : PAIRS) {
      if (part(one, pair[0], other, pair[1]) || part(one, pair[1], other, pair[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean part(Words one, String particle, Words other, String opposite) {
    if (!one.has(particle) || !other.has(opposite) || one.has(opposite) || other.has(particle)) {
      return false;
    }
    for (int at = 0; at < one.size(); at++) {
      if (one.text(at).equals(particle) && sharesVerb(one, at, other, opposite)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sharesVerb(Words one, int particle, Words other, String opposite) {
    for (int at = 0; at < other.size(); at++) {
      if (!other.text(at).equals(opposite)) {
        continue;
      }
      for (int verb = particle - 1; verb >= Math.max(0, particle - REACH); verb--) {
        for (int match = at - 1; match >= Math.max(0, at - REACH); match--) {
          if (one.stem(verb).equals(other.stem(match)) && isVerb(one.text(verb))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isVerb(String word) {
    return word.equals("is") || word.equals("are") || !FunctionWords.contains(word);
  }
}
