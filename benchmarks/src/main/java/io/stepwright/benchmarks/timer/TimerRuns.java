package io.stepwright.benchmarks.timer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link TimerBenchmark} with one thread and with many, and prints a table. */
public final class TimerRuns {

  private static final int[] THREADS = {1, 16};

  private TimerRuns() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws RunnerException {
    List<RunResult> results = new ArrayList<>();
    for (int threads : THREADS) {
      results.addAll(run(threads));
    }
    System.out.printf(
        Locale.ROOT,
        "A time limit on %d cores, JDK %s. Set and passed: %,d at a time, 1 ms ahead, which is the"
            + " least that they can take.%n%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        TimerBenchmark.TOGETHER);
    System.out.println("|  | threads | set by others | timer | ns | bytes |");
    System.out.println("| --- | ---: | ---: | --- | ---: | ---: |");
    results.forEach(TimerRuns::print);
  }

  private static Collection<RunResult> run(int threads) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(TimerBenchmark.class.getName())
                .threads(threads)
                .forks(2)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static void print(RunResult run) {
    Timer.Kind kind = Timer.Kind.valueOf(run.getParams().getParam("kind"));
    boolean passes = run.getParams().getBenchmark().endsWith("setAndPass");
    Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %s | %,.0f | %s |%n",
        passes ? "set and passed" : "set and cancelled",
        run.getParams().getThreads(),
        run.getParams().getParam("others"),
        kind.title,
        run.getPrimaryResult().getScore(),
        bytes == null ? "" : String.format(Locale.ROOT, "%,.0f", bytes.getScore()));
  }
}
