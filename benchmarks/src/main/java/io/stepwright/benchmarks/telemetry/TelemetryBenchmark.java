package io.stepwright.benchmarks.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.stepwright.opentelemetry.OpenTelemetryListener;
import io.stepwright.runtime.AgentRuntime;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the time of a run of empty steps with different observers, each compared with an agent
 * without observers. Rounds of both alternate, and the median of the ratios of the rounds counts. A
 * second agent without observers shows the precision of the measurement.
 */
public final class TelemetryBenchmark {

  private static final int ROUNDS = 9;
  private static final int RUNS = 150_000;
  private static final String NOBODY = "nobody watches";

  private TelemetryBenchmark() {}

  /** Prints a table. */
  public static void main(String[] arguments) {
    Map<String, Errands> agents = new LinkedHashMap<>();
    agents.put(NOBODY, new Errands(AgentRuntime.builder().build(), false));
    agents.put("nobody watches, again", new Errands(AgentRuntime.builder().build(), false));
    agents.put(
        "OpenTelemetry is off",
        new Errands(AgentRuntime.builder().listener(new OpenTelemetryListener()).build(), false));
    agents.put(
        "OpenTelemetry does nothing",
        new Errands(
            AgentRuntime.builder()
                .listener(new OpenTelemetryListener(OpenTelemetry.noop()))
                .build(),
            false));
    agents.put(
        "a listener does nothing",
        new Errands(AgentRuntime.builder().listener(event -> {}).build(), false));
    agents.put("a report is asked for", new Errands(AgentRuntime.builder().build(), true));

    Errands base = agents.remove(NOBODY);
    System.out.printf(
        Locale.ROOT,
        "Runs of three empty steps on %d cores, JDK %s; %d rounds of %,d runs.%n%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ROUNDS,
        RUNS);
    System.out.println("| watched by | process CPU of a run, µs | beside nobody |");
    System.out.println("| --- | --- | --- |");
    for (Map.Entry<String, Errands> agent : agents.entrySet()) {
      print(agent.getKey(), base, agent.getValue());
    }
  }

  private static void print(String name, Errands base, Errands watched) {
    double[] ratios = new double[ROUNDS];
    double[] micros = new double[ROUNDS];
    for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
      // The order alternates, because the second agent finds warmer caches.
      boolean first = round % 2 == 0;
      double before = first ? measure(base) : 0;
      double mine = measure(watched);
      before = first ? before : measure(base);
      if (round >= 0) {
        ratios[round] = mine / before;
        micros[round] = mine;
      }
    }
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | × %.3f |%n", name, median(micros), median(ratios));
  }

  /** Returns the processor time of one run, of all threads, in microseconds. */
  private static double measure(Errands agent) {
    long start = cpu();
    long sum = 0;
    for (int i = 0; i < RUNS; i++) {
      sum += agent.run();
    }
    if (sum != 6L * RUNS) {
      throw new AssertionError("wrong results: " + sum);
    }
    return (cpu() - start) / 1e3 / RUNS;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
