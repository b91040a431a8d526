package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Words;

/**
 * Refuses if the texts are about different things: a name, acronym, symbol, identifier or word with
 * digits occurs in one text only, one names another member of a well-known category, or one asks
 * for the reason and the other for the time.
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
