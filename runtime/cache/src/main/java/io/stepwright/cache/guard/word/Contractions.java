package io.stepwright.cache.guard.word;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expands contractions, also those without their apostrophe. */
public final class Contractions {

  private static final Map<String, String[]> WHOLE = new HashMap<>();

  static {
    for (String base :
        Lists.words(
            "do does did is are was were has have had should would could must need might ought")) {
      WHOLE.put(base + "nt", new String[] {base, "not"});
      WHOLE.put(base + "n't", new String[] {base, "not"});
    }
    String[][] others = {
      {"cannot", "can", "not"},
      {"cant", "can", "not"},
      {"can't", "can", "not"},
      {"wont", "will", "not"},
      {"won't", "will", "not"},
      {"shan't", "shall", "not"},
      {"aint", "is", "not"},
      {"ain't", "is", "not"},
      {"let's", "let", "us"},
      {"im", "i", "am"},
      {"ive", "i", "have"},
      {"whats", "what", "is"},
      {"wheres", "where", "is"},
      {"hows", "how", "is"},
      {"thats", "that", "is"},
      {"theres", "there", "is"},
      {"whos", "who", "is"},
      {"youre", "you", "are"},
      {"gonna", "going", "to"},
      {"wanna", "want", "to"},
      {"gotta", "got", "to"},
      {"y'all", "you", "all"},
    };
    for (String[] other : others) {
      WHOLE.put(other[0], java.util.Arrays.copyOfRange(other, 1, other.length));
    }
  }

  private Contractions() {}

  /**
   * Returns the words of a contraction, or null if the word is none. A possessive is not a
   * contraction.
   */
  public static String @Nullable [] expand(String word) {
    String[] whole = WHOLE.get(word);
    if (whole != null) {
      return whole;
    }
    int apostrophe = word.lastIndexOf('\'');
    if (apostrophe <= 0) {
      return null;
    }
    String base = word.substring(0, apostrophe);
    String rest =
        switch (word.substring(apostrophe + 1)) {
          case "m" -> "am";
          case "re" -> "are";
          case "ve" -> "have";
          case "ll" -> "will";
          case "d" -> "would";
          case "s" -> isPronoun(base) ? "is" : null;
          default -> null;
        };
    return rest == null ? null : new String[] {base, rest};
  }

  private static boolean isPronoun(String word) {
    return switch (word) {
      case "what",
          "who",
          "where",
          "when",
          "how",
          "why",
          "that",
          "this",
          "it",
          "there",
          "here",
          "he",
          "she",
          "which",
          "everything",
          "something" ->
          true;
      default -> false;
    };
  }
}
