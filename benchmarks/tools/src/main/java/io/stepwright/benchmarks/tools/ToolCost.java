package io.stepwright.benchmarks.tools;

import io.stepwright.benchmarks.process.Allocation;
import io.stepwright.benchmarks.process.Counters;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.server.Script;
import io.stepwright.benchmarks.tools.side.Side;
import io.stepwright.benchmarks.tools.side.Support;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures what one run of two turns costs: the call of tools, and the answer. */
public final class ToolCost {

  /** The name of this part of the benchmark. */
  public static final String PART = "tools";

  /** The system property with the URL of the model server. */
  private static final String URL = "benchmark.url";

  /** The time after which a tool no longer waits for others, in milliseconds. */
  private static final long PATIENCE_MILLIS = 5_000;

  private ToolCost() {}

  /**
   * Measures one contender in a process that runs nothing else, and prints the figures as lines of
   * JSON.
   *
   * @param arguments the contender, the number of calls in the first turn, the number of runs to
   *     warm up, the number of windows, and the number of runs in a window
   */
  public static void main(String... arguments) throws Exception {
    measure(
        Side.valueOf(arguments[0]),
        Integer.parseInt(arguments[1]),
        System.getProperty(URL, ""),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        System.out::println);
    // Exits explicitly, because thread pools of the peers would keep the process alive.
    System.exit(0);
  }

  /**
   * Measures one contender in this process.
   *
   * @param calls the number of calls in the first turn, as the server asks for them
   * @param warm the number of runs to warm up, which does not depend on the speed of the machine
   * @param lines receives lines of JSON
   */
  static void measure(
      Side side, int calls, String url, int warm, int windows, int runs, Consumer<String> lines)
      throws Exception {
    lines.accept(
        line(
            side,
            calls,
            "\"version\":\"%s\",\"overlap\":%s"
                .formatted(side.version(), overlap(side, calls, url))));
    Shop shop = Shop.immediate();
    try (Support support = side.open(url, shop)) {
      repeat(support, new long[warm]);
      for (int i = 0; i < windows; i++) {
        lines.accept(line(side, calls, window(support, runs)));
      }
    }
    int expected = (warm + windows * runs) * calls;
    if (shop.calls() != expected) {
      throw new IllegalStateException(shop.calls() + " calls of the tool, not " + expected);
    }
  }

  private static String window(Support support, int runs) throws Exception {
    long[] nanos = new long[runs];
    Allocation allocation = new Allocation();
    long cpu = Counters.cpuNanos();
    repeat(support, nanos);
    cpu = Counters.cpuNanos() - cpu;
    double bytes = allocation.bytes();
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "\"cpuMicros\":%.2f,\"bytes\":%.0f,\"micros\":%.2f",
        cpu / 1e3 / runs,
        bytes / runs,
        nanos[runs / 2] / 1e3);
  }

  /** Returns the number of tools that run at the same time; the tools wait for each other. */
  private static int overlap(Side side, int calls, String url) throws Exception {
    Shop shop = Shop.meeting(calls, PATIENCE_MILLIS);
    try (Support support = side.open(url, shop)) {
      check(support.solve(Script.PROMPT));
    }
    return shop.overlap();
  }

  private static void repeat(Support support, long[] nanos) throws Exception {
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      Resolution answer = support.solve(Script.PROMPT);
      nanos[i] = System.nanoTime() - start;
      check(answer);
    }
  }

  private static void check(Resolution answer) {
    if (!answer.equals(Script.ANSWER)) {
      throw new IllegalStateException("A wrong answer.");
    }
  }

  private static String line(Side side, int calls, String figures) {
    return String.format(
        Locale.ROOT,
        "{\"part\":\"%s\",\"jdk\":\"%d\",\"side\":\"%s\",\"calls\":\"%d\",%s}",
        PART,
        Runtime.version().feature(),
        side.name(),
        calls,
        figures);
  }
}
