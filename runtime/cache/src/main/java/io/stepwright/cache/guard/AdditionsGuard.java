package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Words;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses if one text says more than the other: a further sentence, or a few further content words,
 * which embedders hardly notice in a longer text. Otherwise the first caller could add instructions
 * to the model that decide the answer for later callers. The guard counts words and is independent
 * of the language.
 */
final class AdditionsGuard extends TextGuard {

  /** The least difference in the number of words of their own that is refused. */
  private static final int FEW = 3;

  @Override
  public String name() {
    return "ADDITIONS";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    Words one = asked.words();
    Words other = remembered.words();
    Set<String> more = more(one, other);
    Set<String> less = more(other, one);
    boolean adds =
        Math.abs(more.size() - less.size()) >= FEW
            || Clauses.hasOneOfItsOwn(one, more)
            || Clauses.hasOneOfItsOwn(other, less);
    return adds ? Verdict.REFUSE : Verdict.PASS;
  }

  /** Returns the stems of content words that do not occur in the other text. */
  private static Set<String> more(Words words, Words other) {
    Set<String> stems = new HashSet<>();
    Set<String> others = new HashSet<>(other.content().stems());
    for (String stem : words.content().stems()) {
      if (!others.contains(stem) && !Clauses.isPolite(stem)) {
        stems.add(stem);
      }
    }
    return stems;
  }
}
