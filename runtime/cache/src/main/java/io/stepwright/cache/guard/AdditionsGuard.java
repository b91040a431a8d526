package io.stepwright.cache.guard;

import java.util.HashSet;
import java.util.Set;

/**
 * Neither text says something more than the other: a sentence, or a few words that name something,
 * which embedders hardly notice in a text of some length. Whoever asks first could otherwise tell
 * the model what to answer to those who ask after him. It counts words and knows no language.
 */
final class AdditionsGuard extends TextGuard {

  /** From so many words on that stand in one text only, beyond those of the other text. */
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

  /** The stems of words that name something and do not stand in the other text. */
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
