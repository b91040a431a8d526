package io.stepwright.benchmarks.cache;

import io.stepwright.minilm.MiniLmEmbedderFactory;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures everything in one run and prints the page. With {@code -DupdateDocs=true}, it also
 * writes the page into the documentation. Must be started in the module's folder.
 */
public final class CacheBenchmark {

  private static final int SMALL = 1_000;
  private static final int MEDIUM = 10_000;
  private static final int LARGE = 100_000;

  private static final Path DOCUMENT = Path.of("..", "docs", "cache-speed.md");

  private CacheBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String... arguments) throws Exception {
    if (!RedisServer.isAvailable()) {
      System.err.println(RedisExecutable.howToInstall(8));
      System.exit(1);
    }
    Report report = new Report();
    report.start(ColdStarts.measure("quantised"));
    report.start(ColdStarts.measure("fp32"));
    EmbedderSettings settings = new EmbedderSettings(null, null, null);
    try (Embedder embedder = new MiniLmEmbedderFactory().create(settings);
        RedisServer server = RedisServer.start()) {
      System.err.println("Embedding what is to be remembered; the first time takes minutes.");
      Dataset dataset = new Dataset(LARGE, embedder, Path.of("target"));
      InProcess inProcess = new InProcess(dataset, report);
      inProcess.measure(SMALL);
      inProcess.measure(MEDIUM);
      OnRedis redis = new OnRedis(dataset, report, server);
      redis.measure(SMALL);
      redis.measure(MEDIUM);
      redis.measure(LARGE);
      String page = report.page(Machine.describe(server, embedder));
      System.out.println(page);
      if (Boolean.getBoolean("updateDocs")) {
        Files.writeString(DOCUMENT, page);
      }
    }
  }
}
