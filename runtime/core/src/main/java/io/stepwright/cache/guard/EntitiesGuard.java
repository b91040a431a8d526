package io.stepwright.cache.guard;

import io.stepwright.spi.NearMatchGuard;

/**
 * Both texts are about the same: every name, acronym, identifier and word with digits of one is in
 * the other, and neither puts one thing of a well-known kind in the place of another.
 */
final class EntitiesGuard implements NearMatchGuard {

  @Override
  public String name() {
    return "ENTITIES";
  }

  @Override
  public Verdict check(String asked, String remembered) {
    Words one = WordReader.read(asked);
    Words other = WordReader.read(remembered);
    if (!one.latin() || !other.latin() || !one.isShort() || !other.isShort()) {
      return Verdict.NOT_APPLICABLE;
    }
    boolean same =
        namesAreIn(other, one) && namesAreIn(one, other) && !Alternatives.differ(one, other);
    return same ? Verdict.PASS : Verdict.REFUSE;
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
