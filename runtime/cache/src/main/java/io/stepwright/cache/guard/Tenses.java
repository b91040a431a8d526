package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds different tenses or aspects: is and was; still, again and already. */
final class Tenses {

  private static final Map<String, String> PRESENT =
      Lists.names("be = is are am\ndo = do does\nhave = has have");

  private static final Map<String, String> PAST =
      Lists.names("be = was were\ndo = did\nhave = had");

  private static final Map<String, String> ASPECTS =
      Lists.names("still = still\nagain = again\nalready = already yet");

  private Tenses() {}

  static boolean differ(Words one, Words other) {
    return pastAgainstPresent(one, other)
        || pastAgainstPresent(other, one)
        || aspectsDiffer(one, other);
  }

  /** Tells whether a verb is in the past in one text and in the present in the other. */
  private static boolean pastAgainstPresent(Words past, Words present) {
    Set<String> verbs = verbs(past, PAST);
    verbs.removeAll(verbs(past, PRESENT));
    Set<String> against = verbs(present, PRESENT);
    against.removeAll(verbs(present, PAST));
    verbs.retainAll(against);
    return !verbs.isEmpty();
  }

  private static Set<String> verbs(Words words, Map<String, String> tense) {
    Set<String> verbs = new HashSet<>(4);
    for (int at = 0; at < words.size(); at++) {
      String verb = tense.get(words.text(at));
      // "I was wondering what it costs" asks what it costs.
      if (verb != null && !words.text(at + 1).endsWith("ing")) {
        verbs.add(verb);
      }
    }
    return verbs;
  }

  private static boolean aspectsDiffer(Words one, Words other) {
    Set<String> aspects = aspects(one);
    Set<String> against = aspects(other);
    return !aspects.isEmpty()
        && !against.isEmpty()
        && aspects.stream().noneMatch(against::contains);
  }

  private static Set<String> aspects(Words words) {
    Set<String> aspects = new HashSet<>(2);
    for (Word word : words.list()) {
      String aspect = ASPECTS.get(word.text());
      if (aspect != null) {
        aspects.add(aspect);
      }
    }
    return aspects;
  }
}
