package io.stepwright.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The cost of model requests by the configured prices. Exact. Immutable.
 *
 * @param known the cost of the requests whose tokens and price are known
 * @param unknown the number of the other requests
 */
public record Cost(BigDecimal known, int unknown) {

  /** The cost of no request. */
  public static final Cost NONE = new Cost(BigDecimal.ZERO, 0);

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final int CENTS = 2;

  /** Returns whether no part of the cost is unknown. */
  public boolean isKnown() {
    return unknown == 0;
  }

  /** Returns the sum of two costs. */
  public Cost plus(Cost other) {
    return new Cost(known.add(other.known), unknown + other.unknown);
  }

  /**
   * Returns the rounded cost for display: {@code 0.00123 USD}, {@code at least 0.00123 USD} if some
   * of it is unknown, {@code unknown} if all of it is.
   */
  public String toText(String currency) {
    if (known.signum() == 0) {
      return isKnown() ? "0 " + currency : "unknown";
    }
    BigDecimal rounded =
        known.compareTo(BigDecimal.ONE) < 0
            ? known.round(DIGITS).stripTrailingZeros()
            : known.setScale(CENTS, RoundingMode.HALF_UP);
    return (isKnown() ? "" : "at least ") + rounded.toPlainString() + " " + currency;
  }
}
