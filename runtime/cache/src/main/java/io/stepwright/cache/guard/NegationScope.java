package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a negation with another scope: a comma separates it from what follows (don't, stop it;
 * don't stop it), or it has moved to another verb (I did not say that she paid; I said that she did
 * not pay).
 */
final class NegationScope {

  private static final Set<String> NEGATORS = Lists.set("not no never");

  private NegationScope() {}

  static boolean differs(Words one, Words other) {
    return commaMoves(one, other) || verbChanges(one, other);
  }

  private static boolean commaMoves(Words one, Words other) {
    Set<String> joined = followers(one, false);
    Set<String> parted = followers(one, true);
    Set<String> joinedThere = followers(other, false);
    Set<String> partedThere = followers(other, true);
    return parted.stream().anyMatch(word -> joinedThere.contains(word) && !joined.contains(word))
        || partedThere.stream()
            .anyMatch(word -> joined.contains(word) && !joinedThere.contains(word));
  }

  /** Returns the stems that follow a negator, either those after punctuation or those without. */
  private static Set<String> followers(Words words, boolean parted) {
    Set<String> stems = new HashSet<>(4);
    for (int at = 0; at + 1 < words.size(); at++) {
      Word next = words.at(at + 1);
      if (NEGATORS.contains(words.text(at))
          && (next.afterPunctuation() || next.startsSentence()) == parted
          && !next.startsWithDigit()) {
        stems.add(next.stem());
      }
    }
    return stems;
  }

  private static boolean verbChanges(Words one, Words other) {
    String denied = denied(one);
    String against = denied(other);
    return denied != null
        && against != null
        && !denied.equals(against)
        && sorted(one).equals(sorted(other));
  }

  private static List<String> sorted(Words words) {
    List<String> stems = new ArrayList<>(words.content().stems());
    stems.sort(null);
    return stems;
  }

  /**
   * Returns the stem of the only verb that "not" or "never" negates, or null if it is not clear.
   */
  private static @Nullable String denied(Words words) {
    String denied = null;
    for (int at = 0; at < words.size(); at++) {
      if (!words.text(at).equals("not") && !words.text(at).equals("never")) {
        continue;
      }
      int verb = words.text(at + 1).equals("to") ? at + 2 : at + 1;
      // In "isn't the shop open" the following word is not the negated one.
      if (denied != null || FunctionWords.contains(words.text(verb))) {
        return null;
      }
      int place = words.content().places().indexOf(verb);
      if (place < 0) {
        return null;
      }
      denied = words.content().stem(place);
    }
    return denied;
  }
}
