package io.stepwright.benchmarks.cache;

import io.stepwright.cache.AnswerCache;
import io.stepwright.redis.RedisCacheStoreFactory;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.spi.cache.CacheStoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures the cache that stores its answers on a Redis server. */
final class OnRedis {

  private static final String STORE = "Redis";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Dataset dataset;
  private final Report report;
  private final RedisServer server;
  private int filled;

  /**
   * Creates the measurement.
   *
   * @param dataset the dataset
   * @param report receives the figures
   * @param server an empty server, which stays open
   */
  OnRedis(Dataset dataset, Report report, RedisServer server) {
    this.dataset = dataset;
    this.report = report;
    this.server = server;
  }

  /**
   * Measures with a number of entries.
   *
   * @param entries the number of stored entries, not smaller than in earlier calls
   */
  void measure(int entries) throws Exception {
    Wordings reworded = dataset.reworded(entries, SideBySide.ROUNDS);
    fill(entries);
    try (BareRedis bare = new BareRedis(server.port());
        Asking asking = new Asking(AnswerCache.shared(store()), new KnownVectors(dataset, 0))) {
      if (entries >= SideBySide.ROUNDS) {
        exact(asking, bare, entries);
      }
      semantic(asking, bare, entries, reworded);
      miss(asking, bare, entries, Texts.others(SideBySide.ROUNDS));
    }
  }

  private void fill(int entries) throws CacheStoreException, CacheConfigurationException {
    try (CacheStore store = store()) {
      for (; filled < entries; filled++) {
        store.put(dataset.entry(filled));
      }
    }
  }

  private CacheStore store() throws CacheConfigurationException {
    return new RedisCacheStoreFactory().create(new CacheStoreSettings(server.url(), TIMEOUT));
  }

  /** Asks each question only once, because this process itself keeps an answer for some seconds. */
  private void exact(Asking asking, BareRedis bare, int entries) throws Exception {
    Series whole = new Series();
    Series get = new Series();
    int apart = entries / SideBySide.ROUNDS;
    SideBySide.run(
        round -> asking.exact(dataset.text(round * apart), whole),
        round -> {
          String id = Questions.id(dataset.text(SideBySide.next(round) * apart));
          long start = System.nanoTime();
          Object entry = bare.get(id);
          get.since(start);
          if (entry == null) {
            throw new IllegalStateException("An entry is gone.");
          }
        },
        List.of(whole, get));
    report.add(
        new Figure(
            Figure.Kind.EXACT_SHARED, STORE, entries, whole.percentiles(), get.percentiles()));
  }

  private void semantic(Asking asking, BareRedis bare, int entries, Wordings wordings)
      throws Exception {
    List<String> texts = wordings.texts();
    Series whole = new Series();
    Series together = new Series();
    Series embedding = new Series();
    Series search = new Series();
    Series load = new Series();
    int[] found = new int[1];
    long[] loaded = new long[1];
    SideBySide.run(
        round -> found[0] += asking.semantic(texts.get(round), whole) ? 1 : 0,
        round -> {
          long start = System.nanoTime();
          float[] vector = dataset.embedder().embed(texts.get(SideBySide.next(round))).vector();
          long embedded = embedding.since(start);
          List<String> ids = bare.search(vector);
          long searched = search.since(embedded);
          if (!ids.isEmpty()) {
            loaded[0] += bare.load(ids).size();
            load.since(searched);
            together.since(start);
          }
        },
        List.of(whole, together, embedding, search, load));
    report.add(
        new Figure(
            Figure.Kind.SEMANTIC, STORE, entries, whole.percentiles(), together.percentiles()));
    report.parts(
        STORE,
        entries,
        Map.of(
            "embedding", embedding.percentiles(),
            "search", search.percentiles(),
            "load", load.percentiles()));
    report.recall(
        new Recall(
            entries,
            found[0],
            SideBySide.ROUNDS,
            (double) loaded[0] / SideBySide.ROUNDS,
            wordings));
  }

  private void miss(Asking asking, BareRedis bare, int entries, List<String> texts)
      throws Exception {
    Series whole = new Series();
    Series together = new Series();
    SideBySide.run(
        round -> asking.miss(texts.get(round), whole),
        round -> {
          long start = System.nanoTime();
          bare.search(dataset.embedder().embed(texts.get(SideBySide.next(round))).vector());
          together.since(start);
        },
        List.of(whole, together));
    report.add(
        new Figure(Figure.Kind.MISS, STORE, entries, whole.percentiles(), together.percentiles()));
  }
}
