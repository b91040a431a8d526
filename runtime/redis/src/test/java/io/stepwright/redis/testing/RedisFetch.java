package io.stepwright.redis.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code .ci/redis install}, the repository's script that fetches a Redis server into the
 * user's cache. The script holds a lock while it fetches, so several test JVMs fetch once.
 */
final class RedisFetch {

  private static final int SHOWN_LINES = 20;

  private final Path from;
  private final Duration limit;
  private final PrintStream shown;

  /**
   * Fetches by the script of the repository that holds a folder.
   *
   * @param from the folder that the search for the script starts in, going upwards
   * @param limit the time after which the script is ended
   * @param shown where it is said that the script runs, and what it has printed if it fails
   */
  RedisFetch(Path from, Duration limit, PrintStream shown) {
    this.from = from;
    this.limit = limit;
    this.shown = shown;
  }

  /**
   * The end of a run of the script.
   *
   * @param executable the server, or null if there is none
   * @param reason one sentence that says why there is none, or empty
   */
  record Outcome(Path executable, String reason) {

    static Outcome failed(String reason) {
      return new Outcome(null, reason);
    }
  }

  /** Fetches the server of a version. */
  Outcome fetch(int version) {
    Path root = root(from.toAbsolutePath());
    if (root == null) {
      return Outcome.failed("There is no .ci/redis above " + from.toAbsolutePath() + ".");
    }
    shown.println("No redis-server " + version + " here: running .ci/redis install " + version);
    try {
      Path output = Files.createTempFile("redis-fetch", ".out");
      Path log = Files.createTempFile("redis-fetch", ".log");
      try {
        Outcome outcome = run(root, version, output, log);
        if (outcome.executable() == null) {
          lastLines(log, SHOWN_LINES).forEach(shown::println);
        }
        return outcome;
      } finally {
        Files.delete(output);
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Path root, int version, Path output, Path log) throws IOException {
    Process script;
    try {
      script =
          new ProcessBuilder("bash", ".ci/redis", "install", String.valueOf(version))
              .directory(root.toFile())
              .redirectOutput(output.toFile())
              .redirectError(log.toFile())
              .start();
    } catch (IOException e) {
      return Outcome.failed("bash does not start: " + e.getMessage());
    }
    script.getOutputStream().close();
    if (!ends(script)) {
      return Outcome.failed("It did not end within " + limit.toSeconds() + " s.");
    }
    List<String> path = lastLines(output, 1);
    if (script.exitValue() != 0 || path.isEmpty()) {
      List<String> last = lastLines(log, 1);
      return Outcome.failed(
          last.isEmpty() ? "It ended with " + script.exitValue() + "." : last.get(0));
    }
    return new Outcome(Path.of(path.get(0)), "");
  }

  private boolean ends(Process script) {
    try {
      return script.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      // Has no effect if the script has ended. Otherwise the script removes its incomplete files.
      script.descendants().forEach(ProcessHandle::destroy);
      script.destroy();
    }
  }

  private static Path root(Path from) {
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(".ci/redis"))
          && Files.isDirectory(folder.resolve("runtime/redis"))) {
        return folder;
      }
    }
    return null;
  }

  private static List<String> lastLines(Path file, int count) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
