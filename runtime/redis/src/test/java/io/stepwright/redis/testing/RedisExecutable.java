package io.stepwright.redis.testing;

import io.stepwright.redis.testing.RedisFetch.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds {@code redis-server}, or fetches it. Thread-safe. */
public final class RedisExecutable {

  private static final Duration FETCH_LIMIT = Duration.ofMinutes(5);

  private static final Map<Integer, Outcome> FOUND = new ConcurrentHashMap<>();

  private RedisExecutable() {}

  /**
   * The server of a version: the one that {@code STEPWRIGHT_TEST_REDIS_SERVER} names (for version 7
   * {@code STEPWRIGHT_TEST_REDIS_7_SERVER}; {@code none} for none), or one on the {@code PATH}, or
   * one that {@code .ci/redis} has fetched. Where there is none, {@code .ci/redis install} is run,
   * once in this JVM; it fetches one where it can, which takes a minute.
   *
   * @param version 8 or 7
   * @throws IllegalStateException if the variable names something else
   */
  public static Optional<Path> find(int version) {
    return Optional.ofNullable(outcome(version).executable());
  }

  /** The reason why {@link #find} finds nothing, and how to install a server. */
  public static String howToInstall(int version) {
    return "No redis-server "
        + version
        + ". On Debian, .ci/redis install "
        + version
        + " fetches it; elsewhere, install it, and have it on the PATH or name it in "
        + variable(version)
        + ". "
        + outcome(version).reason();
  }

  private static Outcome outcome(int version) {
    return FOUND.computeIfAbsent(version, RedisExecutable::search);
  }

  private static Outcome search(int version) {
    String named = System.getenv(variable(version));
    if ("none".equals(named)) {
      return Outcome.failed("The variable says that there is none.");
    }
    if (named != null && !named.isBlank()) {
      Path path = Path.of(named);
      if (!isVersion(path, version)) {
        throw new IllegalStateException(
            variable(version) + " names no redis-server " + version + ": " + named);
      }
      return new Outcome(path, "");
    }
    for (Path path : candidates(version)) {
      if (isVersion(path, version)) {
        return new Outcome(path, "");
      }
    }
    return new RedisFetch(Path.of(""), FETCH_LIMIT, System.err).fetch(version);
  }

  private static String variable(int version) {
    return version == 8
        ? "STEPWRIGHT_TEST_REDIS_SERVER"
        : "STEPWRIGHT_TEST_REDIS_" + version + "_SERVER";
  }

  private static List<Path> candidates(int version) {
    List<Path> candidates = new ArrayList<>();
    String path = System.getenv("PATH");
    if (path != null) {
      for (String folder : path.split(File.pathSeparator)) {
        candidates.add(Path.of(folder, "redis-server"));
      }
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path folder =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    candidates.add(folder.resolve("stepwright/redis-" + version + "/redis-server"));
    return candidates;
  }

  private static boolean isVersion(Path path, int version) {
    if (!Files.isExecutable(path)) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      return process.waitFor() == 0 && output.contains(" v=" + version + ".");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
