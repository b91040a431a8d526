package io.stepwright.benchmarks.cache;

import org.jspecify.annotations.Nullable;

/**
 * The measurements of one kind of look-up.
 *
 * @param kind the kind of look-up
 * @param store the name of the store
 * @param entries the number of stored entries
 * @param cache the whole look-up
 * @param bare its bare parts in sequence; null if there are none
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

  /** Returns the goal for the median in milliseconds; NaN if there is none. */
  double goal() {
    return switch (kind) {
      case EXACT -> 0.1;
      case SEMANTIC -> store.equals("Redis") ? entries > 10_000 ? 5.0 : 2.5 : 2.0;
      default -> Double.NaN;
    };
  }

  /**
   * Returns the difference between the medians of the look-up and of its bare parts, in
   * milliseconds; NaN if there are no bare parts.
   */
  double above() {
    return bare == null ? Double.NaN : cache.millis(50) - bare.millis(50);
  }

  /** Returns the goal for {@link #above} in milliseconds; NaN if there is none. */
  double goalAbove() {
    return kind == Kind.SEMANTIC ? 0.3 : Double.NaN;
  }
}
