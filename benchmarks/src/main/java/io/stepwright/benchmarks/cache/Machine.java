package io.stepwright.benchmarks.cache;

import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.Embedder;
import java.util.Locale;

/** Describes the machine on which the benchmark runs. */
final class Machine {

  private Machine() {}

  static String describe(RedisServer server, Embedder embedder) {
    return String.format(
        Locale.ROOT,
        "On %d cores (%s), JDK %s, Redis %s on the loopback, embedder `%s`; similarity %.2f.",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        Runtime.version().feature(),
        version(server),
        embedder.id(),
        Questions.SIMILARITY);
  }

  private static String version(RedisServer server) {
    return server
        .command("INFO", "server")
        .lines()
        .filter(line -> line.startsWith("redis_version:"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("?");
  }
}
