package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Coordination;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses if one text denies what the other asks for: they differ in the number of negations, in
 * quantity, tense, or "and" and "or", or the words that only one of them has include opposites. An
 * opposite and a negation together cancel out: "not open" is "closed".
 */
final class PolarityGuard extends TextGuard {

  @Override
  public String name() {
    return "POLARITY";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    Words one = asked.words();
    Words other = remembered.words();
    if (one.latin() && other.latin() && contradict(one, other)) {
      return Verdict.REFUSE;
    }
    return one.english() && other.english() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }

  private static boolean contradict(Words one, Words other) {
    if (Particles.differ(one, other)
        || Permission.of(one).contradicts(Permission.of(other))
        || Quantifiers.differ(one, other)
        || Exceptions.differ(one, other)
        || Coordination.differs(one, other)
        || Tenses.differ(one, other)
        || NegationScope.differs(one, other)
        || Directions.differ(one, other)) {
      return true;
    }
    List<Word> onlyOne = without(one, other);
    List<Word> onlyOther = without(other, one);
    boolean sidesChange = Converses.changeSides(one, other);
    Set<String> opposed = new HashSet<>();
    int opposites = 0;
    for (Word word : onlyOne) {
      for (Word against : onlyOther) {
        if (areOpposite(word, against, sidesChange)) {
          opposed.add(word.stem());
          opposed.add(against.stem());
          opposites++;
        }
      }
    }
    Tally tally = Tally.of(one, other, opposed);
    Tally against = Tally.of(other, one, opposed);
    if (tally.agreesWith(against)) {
      return opposites > 0;
    }
    return opposites != 1 || Math.abs(tally.cues - against.cues) != 1;
  }

  private static boolean areOpposite(Word word, Word other, boolean sidesChange) {
    return Opposites.are(word.stem(), other.stem())
        || Suffixes.part(word.stem(), other.stem())
        || Prefixes.part(word.stem(), other.stem())
        || (!sidesChange && Converses.are(word, other));
  }

  /** Returns the words whose stems the other text does not have. */
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
   * The negations of a text.
   *
   * @param cues the number of negating words
   * @param endings the number of words in this text only that may be equivalent to a negation
   */
  private record Tally(int cues, int endings) {

    static Tally of(Words words, Words other, Set<String> opposed) {
      int cues = 0;
      int endings = 0;
      for (int at = 0; at < words.size(); at++) {
        Word word = words.at(at);
        if (opposed.contains(word.stem())) {
          continue; // Counted as an opposite already.
        }
        if (Negations.isCue(words, at)) {
          cues++;
        } else if (!other.has(word.stem()) && Negations.isEnding(word)) {
          endings++;
        }
      }
      return new Tally(cues, endings);
    }

    boolean agreesWith(Tally other) {
      return cues == other.cues || cues + endings == other.cues + other.endings;
    }
  }
}
