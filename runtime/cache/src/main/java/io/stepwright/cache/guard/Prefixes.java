package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Stem;
import java.util.HashSet;
import java.util.Set;

/**
 * Prefixes that turn a word into its opposite: un-, in-, dis-, non-, mis- and their variants, and
 * pairs such as pre- and post-.
 */
final class Prefixes {

  private static final String[] PREFIXES = {"un", "in", "im", "il", "ir", "dis", "non", "mis"};

  /** Shorter words only seem to have a prefix: unit, into. */
  private static final int SHORTEST = 3;

  /** Remainders of words such as income, discount or improve, which only seem to have a prefix. */
  private static final Set<String> OTHERS = new HashSet<>();

  static {
    for (String word :
        Lists.words(
            "come side form vest tend tense spect press port prove pose plant part play count cover"
                + " card miss tract order ease stall less till sure deed quest voice sight land put"
                + " take der til fer")) {
      OTHERS.add(Stem.of(word));
    }
  }

  /** Pairs of prefixes with opposite meanings. */
  private static final String[][] PAIRS = {{"pre", "post"}, {"over", "under"}, {"im", "em"}};

  private Prefixes() {}

  /** Tells whether the stems differ by such a prefix. */
  static boolean part(String stem, String other) {
    return (stem.length() > other.length() ? negates(stem, other) : negates(other, stem))
        || areOpposed(stem, other);
  }

  private static boolean areOpposed(String stem, String other) {
    for (String[] pair : PAIRS) {
      if (exchanges(stem, pair[0], other, pair[1]) || exchanges(other, pair[0], stem, pair[1])) {
        return true;
      }
    }
    return false;
  }

  private static boolean exchanges(String stem, String prefix, String other, String opposite) {
    return stem.startsWith(prefix)
        && other.startsWith(opposite)
        && stem.length() - prefix.length() >= SHORTEST
        && stem.substring(prefix.length()).equals(other.substring(opposite.length()));
  }

  private static boolean negates(String longer, String shorter) {
    int length = longer.length() - shorter.length();
    if (shorter.length() < SHORTEST || length < 2 || length > 3 || !longer.endsWith(shorter)) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (prefix.length() == length && longer.startsWith(prefix)) {
        return !OTHERS.contains(shorter);
      }
    }
    return false;
  }
}
