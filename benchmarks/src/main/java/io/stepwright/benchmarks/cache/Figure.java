package io.stepwright.benchmarks.cache;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of one kind of look-up.
 *
 * @param kind of the look-up
 * @param store where the entries are
 * @param entries how many are remembered
 * @param cache the whole look-up
 * @param bare its bare parts, one after another; null if it has none
 */
record Figure(Kind kind, String store, int entries, Percentiles cache, @Nullable Percentiles bare) {

  /** A kind of look-up. */
  enum Kind {
    EXACT("exact hit"),
    EXACT_SHARED("exact hit, not in this process yet"),
    SEMANTIC("hit by meaning"),
    MISS("miss, until the model is asked");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The most that half of the look-ups may take, in milliseconds; NaN if there is no goal. */
  double goal() {
    return switch (kind) {
      case EXACT -> 0.1;
      case SEMANTIC -> store.equals("Redis") ? entries > 10_000 ? 5.0 : 2.5 : 2.0;
      default -> Double.NaN;
    };
  }

  /** What the median is above that of the bare parts, in milliseconds; NaN if there are none. */
  double above() {
    return bare == null ? Double.NaN : cache.millis(50) - bare.millis(50);
  }

  /** The most that {@link #above} may be, in milliseconds; NaN if there is no goal. */
  double goalAbove() {
    return kind == Kind.SEMANTIC ? 0.3 : Double.NaN;
  }
}
