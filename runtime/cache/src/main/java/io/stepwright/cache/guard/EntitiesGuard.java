package io.stepwright.cache.guard;

/**
 * Both texts are about the same: every name, acronym, symbol, identifier and word with digits of
 * one is in the other, neither puts one thing of a well-known kind in the place of another, and
 * they do not ask for the reason and the time of the same.
 */
final class EntitiesGuard extends TextGuard {

  @Override
  public String name() {
    return "ENTITIES";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    Words one = asked.words();
    Words other = remembered.words();
    if (Symbols.differ(asked.text(), remembered.text())) {
      return Verdict.REFUSE;
    }
    LongTexts texts = LongTexts.differing(one, other);
    if (!one.latin() || !other.latin() || texts == null) {
      return Verdict.NOT_APPLICABLE;
    }
    if (!areSame(texts.one(), texts.other())) {
      return Verdict.REFUSE;
    }
    return one.english() && other.english() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }

  private static boolean areSame(Words one, Words other) {
    return namesAreIn(other, one)
        && namesAreIn(one, other)
        && !Alternatives.differ(one, other)
        && !QuestionWords.differ(one, other);
  }

  private static boolean namesAreIn(Words other, Words words) {
    Names names = new Names(words);
    for (int at = 0; at < words.size(); at++) {
      if (names.isName(at) && !NameSearch.isIn(other, words, at)) {
        return false;
      }
    }
    return true;
  }
}
