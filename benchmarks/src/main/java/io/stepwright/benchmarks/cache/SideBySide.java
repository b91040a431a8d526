package io.stepwright.benchmarks.cache;

import java.util.List;

/** Does two things in turn, so that whatever else the machine does hits both. */
final class SideBySide {

  /** Enough for the just-in-time compiler to have done with what is measured. */
  static final int WARM_UP = 1_500;

  static final int MEASURED = 3_000;

  /** How many rounds there are. */
  static final int ROUNDS = WARM_UP + MEASURED;

  /** One of the two. */
  interface Part {
    /** Does it, and adds to a series how long it took. */
    void run(int round) throws Exception;
  }

  private SideBySide() {}

  /** Does both in every round, each of them first in every other one. */
  static void run(Part one, Part other, List<Series> series) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      if (round == WARM_UP) {
        series.forEach(Series::clear);
      }
      (round % 2 == 0 ? one : other).run(round);
      (round % 2 == 0 ? other : one).run(round);
    }
  }

  /** What the other one is asked in a round: what the first one is asked in the next. */
  static int next(int round) {
    return (round + 1) % ROUNDS;
  }
}
