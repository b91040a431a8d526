package io.stepwright.benchmarks.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts JVMs repeatedly and computes the medians. */
final class ColdStarts {

  private static final int TIMES = 7;
  private static final long SECONDS = 120;

  private ColdStarts() {}

  /**
   * Measures with some weights.
   *
   * @param weights {@code quantised} or {@code fp32}
   */
  static Cold measure(String weights) throws IOException, InterruptedException {
    run(weights, "embedder"); // Unpacks the native libraries if necessary.
    double[] embedder = medians(weights, "embedder");
    double[] agent = medians(weights, "agent");
    return new Cold(weights, embedder[0], embedder[1], agent[0], agent[1], agent[2]);
  }

  /**
   * Medians in milliseconds.
   *
   * @param weights the weights of the embedder
   * @param embedding the time from the start of the JVM to the first embedding
   * @param warmEmbedding the time of a later embedding
   * @param warm the time from the start of the JVM to the end of the warm-up of an agent
   * @param first the time of the first look-up by meaning after the warm-up, which misses
   * @param second the time of the second look-up by meaning, which hits
   */
  record Cold(
      String weights,
      double embedding,
      double warmEmbedding,
      double warm,
      double first,
      double second) {}

  private static double[] medians(String weights, String what)
      throws IOException, InterruptedException {
    List<double[]> runs = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      runs.add(run(weights, what));
    }
    double[] medians = new double[runs.get(0).length];
    for (int column = 0; column < medians.length; column++) {
      int at = column;
      medians[column] = runs.stream().mapToDouble(run -> run[at]).sorted().toArray()[TIMES / 2];
    }
    return medians;
  }

  private static double[] run(String weights, String what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String folder = System.getProperty("DJL_CACHE_DIR");
    if (folder != null) {
      command.add("-DDJL_CACHE_DIR=" + folder);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ColdStart.class.getName(),
            weights,
            what,
            Long.toString(System.currentTimeMillis())));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("A JVM has failed.");
      }
      return Arrays.stream(output.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    } finally {
      process.destroyForcibly();
    }
  }
}
