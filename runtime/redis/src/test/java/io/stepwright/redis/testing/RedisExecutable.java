package io.stepwright.redis.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds {@code redis-server}. */
public final class RedisExecutable {

  private static final Map<Integer, Optional<Path>> FOUND = new ConcurrentHashMap<>();

  private RedisExecutable() {}

  /**
   * The server of a version: what {@code STEPWRIGHT_TEST_REDIS_SERVER} names (for version 7 {@code
   * STEPWRIGHT_TEST_REDIS_7_SERVER}), or what is on the {@code PATH}, or what {@code .ci/redis} has
   * fetched.
   *
   * @param version 8 or 7
   */
  public static Optional<Path> find(int version) {
    return FOUND.computeIfAbsent(version, RedisExecutable::search);
  }

  /** What to do if {@link #find} finds nothing. */
  public static String howToInstall(int version) {
    return "No redis-server " + version + ": run .ci/redis install " + version;
  }

  private static Optional<Path> search(int version) {
    String named = System.getenv(variable(version));
    if (named != null && !named.isBlank()) {
      Path path = Path.of(named);
      if (!isVersion(path, version)) {
        throw new IllegalStateException(
            variable(version) + " names no redis-server " + version + ": " + named);
      }
      return Optional.of(path);
    }
    return candidates(version).stream().filter(path -> isVersion(path, version)).findFirst();
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
