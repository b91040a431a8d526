package io.stepwright.benchmarks.call;

import io.stepwright.benchmarks.process.Counters;
import io.stepwright.benchmarks.result.Row;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link CallBenchmark} with JMH. */
public final class Call {

  /** The name of this part of the benchmark. */
  public static final String PART = "call";

  private static final int REPEATED = 1_000;

  private Call() {}

  /**
   * Measures one client in this process, which must run nothing else.
   *
   * @param client the client, as in {@link CallBenchmark}
   * @param url the URL of the model server
   * @param warmMillis the length of each of two warm-up iterations, in milliseconds
   * @param millis the length of each of three measured iterations, in milliseconds
   * @param rows receives the figures
   */
  public static void measure(
      String client, String url, long warmMillis, long millis, Consumer<Row> rows)
      throws Exception {
    var options =
        new OptionsBuilder()
            .include(CallBenchmark.class.getName() + ".call$")
            .param("client", client)
            .param("url", url)
            .forks(0)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(warmMillis))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(millis))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    for (RunResult run : new Runner(options).run()) {
      rows.accept(
          Row.of(PART)
              .with("client", client)
              .with("micros", run.getPrimaryResult().getStatistics().getPercentile(50))
              .with("micros95", run.getPrimaryResult().getStatistics().getPercentile(95))
              .with("bytes", bytes(run)));
    }
    rows.accept(Row.of(PART).with("client", client).with("cpuMicros", cpuMicros(client, url)));
  }

  /**
   * Returns the CPU time of this process per call, in microseconds, which other processes hardly
   * affect.
   */
  private static double cpuMicros(String client, String url) throws Exception {
    CallBenchmark benchmark = new CallBenchmark();
    benchmark.client = client;
    benchmark.url = url;
    benchmark.setUp();
    try {
      repeat(benchmark);
      long start = Counters.cpuNanos();
      repeat(benchmark);
      return (Counters.cpuNanos() - start) / 1e3 / REPEATED;
    } finally {
      benchmark.tearDown();
    }
  }

  private static void repeat(CallBenchmark benchmark) throws InterruptedException {
    for (int i = 0; i < REPEATED; i++) {
      benchmark.call();
    }
  }

  private static double bytes(RunResult run) {
    return run.getSecondaryResults().entrySet().stream()
        .filter(result -> result.getKey().contains("gc.alloc.rate.norm"))
        .mapToDouble(result -> result.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
