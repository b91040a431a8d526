package io.stepwright.cache.guard;

import io.stepwright.spi.NearMatchGuard;
import java.util.ArrayList;
import java.util.List;

/**
 * Neither text denies what the other asks for: both negate equally often, and among the words that
 * only one of them has there are no opposites. An opposite and a negation together cancel out: "not
 * open" is "closed".
 */
final class PolarityGuard implements NearMatchGuard {

  @Override
  public String name() {
    return "POLARITY";
  }

  @Override
  public Verdict check(String asked, String remembered) {
    Words one = WordReader.read(asked);
    Words other = WordReader.read(remembered);
    if (!one.latin() || !other.latin()) {
      return Verdict.NOT_APPLICABLE;
    }
    return contradict(one, other) ? Verdict.REFUSE : Verdict.PASS;
  }

  private static boolean contradict(Words one, Words other) {
    if (Particles.differ(one, other) || Permission.of(one).contradicts(Permission.of(other))) {
      return true;
    }
    List<Word> onlyOne = without(one, other);
    List<Word> onlyOther = without(other, one);
    boolean sidesChange = Converses.changeSides(one, other);
    boolean[] opposedOne = new boolean[onlyOne.size()];
    boolean[] opposedOther = new boolean[onlyOther.size()];
    int opposites = 0;
    for (int i = 0; i < opposedOne.length; i++) {
      for (int j = 0; j < opposedOther.length; j++) {
        if (areOpposite(onlyOne.get(i), onlyOther.get(j), sidesChange)) {
          opposedOne[i] = true;
          opposedOther[j] = true;
          opposites++;
        }
      }
    }
    Tally tally = Tally.of(one, onlyOne, opposedOne);
    Tally against = Tally.of(other, onlyOther, opposedOther);
    if (tally.agreesWith(against)) {
      return opposites > 0;
    }
    return opposites != 1 || Math.abs(tally.cues - against.cues) != 1;
  }

  private static boolean areOpposite(Word word, Word other, boolean sidesChange) {
    return Opposites.are(word.stem(), other.stem())
        || Prefixes.part(word.stem(), other.stem())
        || !sidesChange && Converses.are(word, other);
  }

  /** The words whose stems the other text does not have. */
  private static List<Word> without(Words words, Words other) {
    List<Word> rest = new ArrayList<>();
    for (Word word : words.list()) {
      if (!other.has(word.stem())) {
        rest.add(word);
      }
    }
    return rest;
  }

  /**
   * How often a text negates.
   *
   * @param cues words that negate
   * @param endings words only this text has that may say the same as a negation
   */
  private record Tally(int cues, int endings) {

    static Tally of(Words words, List<Word> only, boolean[] opposed) {
      int cues = 0;
      int endings = 0;
      for (int at = 0; at < words.size(); at++) {
        int place = indexOf(only, words.at(at));
        if (place >= 0 && opposed[place]) {
          continue; // It counts as an opposite already.
        }
        if (Negations.isCue(words, at)) {
          cues++;
        } else if (place >= 0 && Negations.isEnding(words.at(at))) {
          endings++;
        }
      }
      return new Tally(cues, endings);
    }

    private static int indexOf(List<Word> only, Word word) {
      for (int i = 0; i < only.size(); i++) {
        if (only.get(i) == word) {
          return i;
        }
      }
      return -1;
    }

    boolean agreesWith(Tally other) {
      return cues == other.cues || cues + endings == other.cues + other.endings;
    }
  }
}
