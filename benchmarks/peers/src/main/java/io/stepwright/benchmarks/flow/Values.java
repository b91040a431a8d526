package io.stepwright.benchmarks.flow;

/** What steps compute. All values are below 100, so that boxing them allocates nothing. */
public final class Values {

  private Values() {}

  /** The value of a step, of the sum of its inputs. */
  public static int of(int id, int sum) {
    return (id * 7 + sum * 31) % 97;
  }

  /** The result of a run that has two or three of them, as one number. */
  public static int join(int... values) {
    int joined = 0;
    for (int value : values) {
      joined = joined * 100 + value;
    }
    return joined;
  }
}
