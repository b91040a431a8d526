package io.stepwright.cache.guard;

import io.stepwright.spi.NearMatchGuard;

/**
 * Numbers, amounts, times and dates are the same in both texts, as often. It reads digits in any
 * script and words in English.
 */
final class NumbersGuard implements NearMatchGuard {

  @Override
  public String name() {
    return "NUMBERS";
  }

  @Override
  public Verdict check(String asked, String remembered) {
    Words one = WordReader.read(asked);
    Words other = WordReader.read(remembered);
    if (!AmountReader.read(one).agreesWith(AmountReader.read(other))
        || Changes.differ(one, other)) {
      return Verdict.REFUSE;
    }
    return one.english() && other.english() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }
}
