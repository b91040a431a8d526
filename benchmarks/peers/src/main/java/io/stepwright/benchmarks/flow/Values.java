package io.stepwright.benchmarks.flow;

/** The values that steps compute. All are below 100, so that boxing them allocates nothing. */
public final class Values {

  private Values() {}

  /** Returns the value of a step for the sum of its inputs. */
  public static int of(int id, int sum) {
    return (id * 7 + sum * 31) % 97;
  }

  /** Joins the result values of a run into one number. */
  public static int join(int... values) {
    int joined = 0;
    for (int value : values) {
      joined = joined * 100 + value;
    }
    return joined;
  }
}
