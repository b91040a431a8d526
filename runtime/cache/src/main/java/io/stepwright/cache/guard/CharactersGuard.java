package io.stepwright.cache.guard;

import io.stepwright.cache.text.HiddenCharacters;

/**
 * Refuses if one text has something that an embedder does not see and the other text does not have:
 * a hidden character, or a word or sign that differs from one of the other text only in its marks
 * (ano and año, = and ≠) or, where case distinguishes codes, in its case (aB3xQ and Ab3Xq, -x and
 * -X).
 */
final class CharactersGuard extends TextGuard {

  @Override
  public String name() {
    return "CHARACTERS";
  }

  @Override
  public Verdict check(JudgedText asked, JudgedText remembered) {
    if (HiddenCharacters.areIn(asked.text()) || HiddenCharacters.areIn(remembered.text())) {
      return Verdict.REFUSE;
    }
    if (asked.text().equals(remembered.text())) {
      return Verdict.PASS;
    }
    Seen one = asked.seen();
    Seen other = remembered.seen();
    return one.hasLookalikeIn(other) || other.hasLookalikeIn(one) ? Verdict.REFUSE : Verdict.PASS;
  }
}
