package io.stepwright.cache.guard;

import java.util.Map;

/**
 * Verbs that tell of the same deed from its two ends: "do you sell it" asks what "can I buy it"
 * asks, but "how do I sell it" is another question than "how do I buy it".
 */
final class Converses {

  private static final Map<String, String> ENDS =
      Lists.names(
          """
          1 = buy buying bought purchase purchasing purchased
          -1 = sell selling sold
          2 = send sending sent
          -2 = receive receiving received
          3 = lend lending lent
          -3 = borrow borrowing borrowed
          4 = teach teaching taught
          -4 = learn learning learned learnt
          """);

  private Converses() {}

  static boolean are(Word word, Word other) {
    String end = ENDS.get(word.text());
    String against = ENDS.get(other.text());
    return end != null && against != null && end.equals(negate(against));
  }

  private static String negate(String end) {
    return end.startsWith("-") ? end.substring(1) : "-" + end;
  }

  /** Whether one text speaks of what I do, and the other of what you do. */
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
