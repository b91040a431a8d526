package io.stepwright.cache.guard;

/**
 * Refuses if the same words in another order say something else: the arguments of from, to, before
 * or after, agent and patient, condition and consequence, the focus of "only", or the assignment of
 * numbers. Words that may change places without harm, as around "and" or "vs", and parts of a
 * sentence that move as a whole pass.
 */
final class OrderGuard extends TextGuard {

  @Override
  public String name() {
    return "ORDER";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    Words one = asked.words();
    Words other = remembered.words();
    if (!one.latin() || !other.latin()) {
      return Verdict.NOT_APPLICABLE;
    }
    LongTexts texts = LongTexts.differing(one, other);
    if (texts == null) {
      return LongTexts.areReordered(one, other) ? Verdict.REFUSE : Verdict.NOT_APPLICABLE;
    }
    if (isTurned(texts.one(), texts.other())) {
      return Verdict.REFUSE;
    }
    return one.english() && other.english() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }

  private static boolean isTurned(Words one, Words other) {
    return ArgumentSwap.isBetween(one, other)
        || RoleReversal.isBetween(one, other)
        || RoleReversal.isBetween(other, one)
        || Permutation.isBetween(one, other)
        || Roles.areExchanged(one, other)
        || Conditions.areExchanged(one, other)
        || Sequence.differs(one, other)
        || Focus.differs(one, other)
        || Persons.differ(one, other);
  }
}
