package io.stepwright.cache.guard;

import io.stepwright.spi.NearMatchGuard;

/**
 * The same words do not say something else because they have changed places: what goes from, to,
 * before or after something, who does it to whom, and which number belongs to what. Words that may
 * change places without harm, as around "and" or "vs", and parts of a sentence that move as a whole
 * pass.
 */
final class OrderGuard implements NearMatchGuard {

  @Override
  public String name() {
    return "ORDER";
  }

  @Override
  public Verdict check(String asked, String remembered) {
    Words one = WordReader.read(asked);
    Words other = WordReader.read(remembered);
    if (!one.latin() || !other.latin() || !one.isShort() || !other.isShort()) {
      return Verdict.NOT_APPLICABLE;
    }
    boolean turned =
        Exchange.isBetween(one, other)
            || Turn.isBetween(one, other)
            || Turn.isBetween(other, one)
            || Permutation.isBetween(one, other);
    return turned ? Verdict.REFUSE : Verdict.PASS;
  }
}
