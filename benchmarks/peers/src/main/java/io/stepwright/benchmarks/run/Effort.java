package io.stepwright.benchmarks.run;

/**
 * The effort of the measurements.
 *
 * @param rounds the number of rounds, in each of which all processes start anew
 * @param warmMillis the time to warm up in milliseconds, doubled for the first flow of a process
 * @param callingMillis the time to warm up concurrent runs that call a server, in milliseconds
 * @param windowMillis the length of each window of a measurement in milliseconds
 * @param windows the number of windows
 * @param times the repetitions of measurements whose steps take time
 * @param starts the number of starts of each JVM
 * @param warmToolRuns the number of runs to warm up a step with tools
 * @param lookups the number of questions to look up
 */
record Effort(
    int rounds,
    int warmMillis,
    int callingMillis,
    int windowMillis,
    int windows,
    int times,
    int starts,
    int warmToolRuns,
    int lookups) {

  static final Effort FULL = new Effort(3, 1_250, 10_000, 500, 2, 2, 7, 8_000, 500);
  static final Effort SHORT = new Effort(1, 800, 3_000, 400, 2, 2, 3, 3_000, 300);
}
