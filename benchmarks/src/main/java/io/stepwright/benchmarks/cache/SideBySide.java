package io.stepwright.benchmarks.cache;

import java.util.List;

/** Runs two operations alternately, so that other load on the machine affects both. */
final class SideBySide {

  /** Rounds to warm up, which suffice for the just-in-time compiler. */
  static final int WARM_UP = 1_500;

  static final int MEASURED = 3_000;

  /** The total number of rounds. */
  static final int ROUNDS = WARM_UP + MEASURED;

  /** One of the two operations. */
  interface Part {
    /** Runs the operation, and adds its duration to a series. */
    void run(int round) throws Exception;
  }

  private SideBySide() {}

  /** Runs both operations in every round, alternating which of them runs first. */
  static void run(Part one, Part other, List<Series> series) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      if (round == WARM_UP) {
        series.forEach(Series::clear);
      }
      (round % 2 == 0 ? one : other).run(round);
      (round % 2 == 0 ? other : one).run(round);
    }
  }

  /**
   * Returns the round whose question the other operation asks: the next round of the first
   * operation.
   */
  static int next(int round) {
    return (round + 1) % ROUNDS;
  }
}
