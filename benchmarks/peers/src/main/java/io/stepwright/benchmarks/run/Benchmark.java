package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.call.Call;
import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.meaning.Lookups;
import io.stepwright.benchmarks.measure.Load;
import io.stepwright.benchmarks.measure.Overhead;
import io.stepwright.benchmarks.measure.Schedule;
import io.stepwright.benchmarks.page.Page;
import io.stepwright.benchmarks.result.Row;
import io.stepwright.benchmarks.start.ColdStart;
import io.stepwright.benchmarks.tools.ToolCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the named parts, or all, and writes the page with the stored figures of all parts. Must
 * be started in the module's folder. The arguments are {@code --short}, {@code --update}, {@code
 * --page} to measure nothing, {@code VERSION=HOME} for each JDK, and the names of parts.
 */
public final class Benchmark {

  private static final List<String> PARTS =
      List.of(
          Overhead.PART,
          Schedule.PART,
          Load.PART,
          Call.PART,
          ToolCost.PART,
          ColdStart.PART,
          Compile.PART,
          Lookups.PART);
  private static final Path TARGET = Path.of("target");
  private static final Path DOCUMENTS = Path.of("..", "..", "docs");
  private static final long LIMIT_SECONDS = 180;

  private final List<Jdk> jdks;
  private final Plan plan;
  private final Compilations compilations;
  private final Results results = new Results(TARGET.resolve("results"));
  private final Processes processes = new Processes(TARGET.resolve("processes"), LIMIT_SECONDS);

  private Benchmark(List<Jdk> jdks, boolean full) {
    this.jdks = jdks;
    this.compilations = new Compilations(TARGET.resolve("compile"), full);
    this.plan = new Plan(jdks, full, compilations);
  }

  /** Runs the benchmark. */
  public static void main(String... arguments) throws Exception {
    List<String> all = Stream.of(arguments).flatMap(text -> Stream.of(text.split(" "))).toList();
    List<Jdk> jdks = all.stream().filter(text -> text.contains("=")).map(Jdk::parse).toList();
    List<String> parts = new ArrayList<>(PARTS);
    List<String> named = all.stream().filter(text -> text.matches("[a-z]+")).toList();
    if (!PARTS.containsAll(named)) {
      System.err.println("The parts are " + String.join(", ", PARTS) + ".");
      System.exit(2);
    }
    if (!named.isEmpty()) {
      parts.retainAll(named);
    }
    if (all.contains("--page")) {
      parts.clear();
    }
    Benchmark benchmark = new Benchmark(jdks, !all.contains("--short"));
    for (String part : parts) {
      long start = System.nanoTime();
      benchmark.measure(part);
      System.err.printf(
          Locale.ROOT, "%s took %.1f minutes%n", part, (System.nanoTime() - start) / 6e10);
    }
    Page page =
        new Page(
            benchmark.results.read(PARTS), Machine.describe(jdks), Versions.of(Page.artifacts()));
    System.out.println(page.markdown());
    if (all.contains("--update")) {
      page.write(DOCUMENTS);
    } else {
      page.write(TARGET);
    }
  }

  private void measure(String part) throws IOException, InterruptedException {
    results.begin(part);
    Consumer<Row> rows = row -> results.add(part, row);
    if (part.equals(ColdStart.PART)) {
      ColdStarts starts =
          new ColdStarts(TARGET.resolve("archives"), processes, plan.effort().starts());
      for (Jdk jdk : jdks) {
        attempt(part, jdk, "JVMs", () -> starts.measure(jdk, rows), rows);
      }
      return;
    }
    if (part.equals(Compile.PART)
        && !attempt(part, jdks.get(jdks.size() - 1), "sources", compilations::prepare, rows)) {
      return;
    }
    long start = System.nanoTime();
    List<Job> jobs = plan.jobs(part);
    for (int i = 0; i < jobs.size(); i++) {
      if (System.nanoTime() - start > plan.limit(part).toNanos()) {
        System.err.printf(Locale.ROOT, "%s: no time for %d more%n", part, jobs.size() - i);
        return;
      }
      Job job = jobs.get(i);
      String what = String.format(Locale.ROOT, "%d of %d: %s", i + 1, jobs.size(), job.what());
      attempt(part, job.jdk(), what, () -> run(job, rows), rows);
    }
  }

  private void run(Job job, Consumer<Row> rows) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(job.options());
    if (job.server().isEmpty()) {
      processes.run(command(job, options)).forEach(rows);
      return;
    }
    // The newest JDK runs the server for all contenders.
    try (ServerProcess server =
        new ServerProcess(jdks.get(jdks.size() - 1), job.program(), job.server())) {
      options.add("-D" + Child.URL + "=" + server.url());
      processes.run(command(job, options)).forEach(rows);
    }
  }

  private static List<String> command(Job job, List<String> options) {
    Program program = job.program();
    return Processes.java(job.jdk(), program.classPath(), options, program.main(), job.arguments());
  }

  private interface Measurement {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Runs a measurement. A failure is reported on the page, and the other measurements continue.
   *
   * @return true if it did not fail
   */
  private static boolean attempt(
      String part, Jdk jdk, String what, Measurement measurement, Consumer<Row> rows)
      throws InterruptedException {
    System.err.printf(Locale.ROOT, "%s, JDK %d, %s%n", part, jdk.feature(), what);
    try {
      measurement.run();
      return true;
    } catch (IOException e) {
      System.err.println("  failed: " + e.getMessage());
      rows.accept(
          Row.of(part)
              .with("jdk", Integer.toString(jdk.feature()))
              .with("failed", what.replaceAll("^\\d+ of \\d+: ", "") + " " + e.getMessage()));
      return false;
    }
  }
}
