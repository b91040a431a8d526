package io.stepwright.benchmarks.run;

/**
 * How thoroughly to measure.
 *
 * @param rounds how often to start each process anew, everybody in turn
 * @param warmMillis how long to warm up; the first flow in a process twice as long
 * @param callingMillis how long to warm up many runs that call a server
 * @param windowMillis how long each window of a measurement is
 * @param windows how many windows
 * @param times how often to repeat what takes time by itself
 * @param starts how often to start a JVM
 * @param lookups how many questions to look up
 */
record Effort(
    int rounds,
    int warmMillis,
    int callingMillis,
    int windowMillis,
    int windows,
    int times,
    int starts,
    int lookups) {

  static final Effort FULL = new Effort(3, 1_250, 10_000, 500, 2, 2, 7, 500);
  static final Effort SHORT = new Effort(1, 800, 3_000, 400, 2, 2, 3, 300);
}
