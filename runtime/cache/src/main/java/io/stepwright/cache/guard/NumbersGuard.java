package io.stepwright.cache.guard;

import io.stepwright.cache.guard.number.AmountReader;
import io.stepwright.cache.guard.number.Changes;
import io.stepwright.cache.guard.word.Words;

/**
 * Refuses if the numbers, amounts, times and dates of the texts, or how often they occur, differ.
 * Reads digits in any script and number words in English.
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
