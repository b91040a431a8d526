package io.stepwright.benchmarks.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what 100 and 400 agents of ten steps add to a run of javac: the time with the processor
 * less that without any, over the same sources. The generated classes are compiled too, which is a
 * part of what is added. Runs with and without take turns, so that a disturbance meets both.
 *
 * <p>Arguments: {@code OUTPUT_FOLDER CLASSPATH PROCESSOR_PATH}.
 */
public final class CompileBenchmark {

  private static final int FRESH_RUNS = 7;
  private static final int WARM_UPS = 5;
  private static final int WARM_RUNS = 9;

  private final Path folder;
  private final String classPath;
  private final String processorPath;

  private CompileBenchmark(Path folder, String classPath, String processorPath) {
    this.folder = folder;
    this.classPath = classPath;
    this.processorPath = processorPath;
  }

  /** A run of javac. */
  private interface Run {
    double milliseconds(Path sources, boolean processed) throws IOException, InterruptedException;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "javac of JDK %s, %d processors, medians, milliseconds%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    System.out.println("| JVM | agents | without | with | added | added for each agent |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
    CompileBenchmark benchmark =
        new CompileBenchmark(Path.of(arguments[0]), arguments[1], arguments[2]);
    for (int agents : new int[] {1, 100, 400}) {
      benchmark.measure("fresh", agents, 0, FRESH_RUNS, benchmark::fresh);
    }
    for (int agents : new int[] {1, 100, 400}) {
      benchmark.measure("warm", agents, WARM_UPS, WARM_RUNS, benchmark::warm);
    }
  }

  private void measure(String jvm, int agents, int warmUps, int runs, Run run)
      throws IOException, InterruptedException {
    Path sources = folder.resolve("agents-" + agents);
    Files.createDirectories(sources);
    AgentSources.write(sources, agents);
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int i = 0; i < warmUps + runs; i++) {
      double plain = run.milliseconds(sources, false);
      double processed = run.milliseconds(sources, true);
      if (i >= warmUps) {
        without.add(plain);
        with.add(processed);
      }
    }
    double added = median(with) - median(without);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %.1f |%n",
        jvm,
        agents,
        median(without),
        median(with),
        added,
        added / agents);
  }

  private double warm(Path sources, boolean processed) throws IOException {
    return Compilation.milliseconds(
        sources, folder.resolve("classes"), processed, classPath, processorPath);
  }

  /** The time within the JVM: its start would be the same with and without. */
  private double fresh(Path sources, boolean processed) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                sources.toString(),
                folder.resolve("classes").toString(),
                processed ? "with" : "without",
                classPath,
                processorPath)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The compiler's JVM failed");
    }
    return Double.parseDouble(printed.strip());
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
