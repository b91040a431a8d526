package io.stepwright.cache.guard;

import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.spi.NearMatchGuard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Nothing stands in one text that an embedder does not see and the other text does not have: no
 * hidden character, and no word or sign that differs from one of the other text only in its marks
 * (ano and año, = and ≠) or, where case tells codes apart, in its case (aB3xQ and Ab3Xq, -x and
 * -X).
 */
final class CharactersGuard implements NearMatchGuard {

  @Override
  public String name() {
    return "CHARACTERS";
  }

  @Override
  public Verdict check(String asked, String remembered) {
    if (HiddenCharacters.areIn(asked) || HiddenCharacters.areIn(remembered)) {
      return Verdict.REFUSE;
    }
    if (asked.equals(remembered)) {
      return Verdict.PASS;
    }
    Seen one = Seen.of(asked);
    Seen other = Seen.of(remembered);
    return one.hasTwinIn(other) || other.hasTwinIn(one) ? Verdict.REFUSE : Verdict.PASS;
  }

  /**
   * The words and signs of a text.
   *
   * @param written as they are written
   * @param read what an embedder reads of them, with the ways that is written in
   */
  private record Seen(Set<String> written, Map<String, Set<String>> read) {

    static Seen of(String text) {
      Seen seen = new Seen(new HashSet<>(), new HashMap<>());
      Pieces.of(text, seen::add);
      return seen;
    }

    private void add(String piece) {
      written.add(piece);
      read.computeIfAbsent(Pieces.read(piece), key -> new HashSet<>(2)).add(piece);
    }

    /** Whether a piece of this text looks like one of the other text, and is none of its pieces. */
    boolean hasTwinIn(Seen other) {
      for (Map.Entry<String, Set<String>> entry : read.entrySet()) {
        Set<String> twins = other.read.get(entry.getKey());
        if (twins == null) {
          continue;
        }
        for (String piece : entry.getValue()) {
          if (!twins.contains(piece)
              && twins.stream().noneMatch(twin -> WrittenForm.same(piece, twin))) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
