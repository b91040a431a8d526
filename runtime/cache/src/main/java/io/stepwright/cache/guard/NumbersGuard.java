package io.stepwright.cache.guard;

/**
 * Numbers, amounts, times and dates are the same in both texts, as often. It reads digits in any
 * script and words in English.
 */
final class NumbersGuard extends TextGuard {

  @Override
  public String name() {
    return "NUMBERS";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    Words one = asked.words();
    Words other = remembered.words();
    if (!AmountReader.read(one).agreesWith(AmountReader.read(other))
        || Changes.differ(one, other)) {
      return Verdict.REFUSE;
    }
    return one.english() && other.english() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }
}
