package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Stem;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * Pairs of verbs that describe the same deed from both sides: "do you sell it" asks the same as
 * "can I buy it", but "how do I sell it" does not ask the same as "how do I buy it".
 */
final class Converses {

  private static final Map<String, Integer> ENDS = new HashMap<>();

  static {
    String[][] verbs = {
      {"buy purchase bought", "sell sold"},
      {"send sent", "receive"},
      {"lend lent", "borrow"},
      {"teach taught", "learn learnt"}
    };
    for (int verb = 0; verb < verbs.length; verb++) {
      put(verbs[verb][0], 2 * verb);
      put(verbs[verb][1], 2 * verb + 1);
    }
  }

  private Converses() {}

  private static void put(String forms, int end) {
    for (String form : Lists.words(forms)) {
      ENDS.put(Stem.of(form), end);
    }
  }

  static boolean are(Word word, Word other) {
    Integer end = ENDS.get(word.stem());
    Integer against = ENDS.get(other.stem());
    return end != null && against != null && (end ^ against) == 1;
  }

  /** Tells whether one text is about the speaker ("I") and the other about the listener ("you"). */
  static boolean changeSides(Words one, Words other) {
    int me = speaker(one);
    int you = speaker(other);
    return me != 0 && you != 0 && me != you;
  }

  private static int speaker(Words words) {
    for (Word word : words.list()) {
      switch (word.text()) {
        case "i", "we" -> {
          return 1;
        }
        case "you" -> {
          return 2;
        }
        default -> {}
      }
    }
    return 0;
  }
}
