package io.stepwright.benchmarks.cache;

import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.spi.cache.CacheEntry;
import java.util.List;
import java.util.Map;

/** Measures the cache that stores its answers in this process. */
final class InProcess {

  private static final String STORE = "in process";

  private final Dataset dataset;
  private final Report report;

  InProcess(Dataset dataset, Report report) {
    this.dataset = dataset;
    this.report = report;
  }

  /**
   * Measures with a number of entries.
   *
   * @param entries the number of stored entries
   */
  void measure(int entries) throws Exception {
    List<String> reworded = dataset.reworded(entries, SideBySide.ROUNDS).texts();
    List<String> others = Texts.others(SideBySide.ROUNDS);
    MemoryStore bare = new MemoryStore();
    try (bare;
        Asking asking = new Asking(AnswerCache.inProcess(), new KnownVectors(dataset, entries))) {
      for (int i = 0; i < entries; i++) {
        asking.remember(dataset.text(i));
        bare.put(dataset.entry(i));
      }
      exact(asking, entries);
      semantic(asking, bare, entries, reworded);
      miss(asking, bare, entries, others);
    }
  }

  private void exact(Asking asking, int entries) throws Exception {
    Series series = new Series();
    SideBySide.run(
        round -> asking.exact(dataset.text(round % entries), series), round -> {}, List.of(series));
    report.add(new Figure(Figure.Kind.EXACT, STORE, entries, series.percentiles(), null));
  }

  private void semantic(Asking asking, MemoryStore bare, int entries, List<String> texts)
      throws Exception {
    Series whole = new Series();
    Series together = new Series();
    Series embedding = new Series();
    Series scan = new Series();
    Series guards = new Series();
    SideBySide.run(
        round -> {
          if (!asking.semantic(texts.get(round), whole)) {
            throw new IllegalStateException("Not found: " + texts.get(round));
          }
        },
        round -> {
          String text = texts.get(SideBySide.next(round));
          long start = System.nanoTime();
          float[] vector = dataset.embedder().embed(text).vector();
          long embedded = embedding.since(start);
          List<CacheEntry> near =
              bare.nearest(Questions.PARTITION, vector, 8, Questions.SIMILARITY);
          long scanned = scan.since(embedded);
          boolean served = Decision.serves(text, vector, near);
          guards.since(scanned);
          together.since(start);
          if (!served) {
            throw new IllegalStateException("Not found: " + text);
          }
        },
        List.of(whole, together, embedding, scan, guards));
    report.add(
        new Figure(
            Figure.Kind.SEMANTIC, STORE, entries, whole.percentiles(), together.percentiles()));
    report.parts(
        STORE,
        entries,
        Map.of(
            "embedding", embedding.percentiles(),
            "search", scan.percentiles(),
            "guards", guards.percentiles()));
  }

  private void miss(Asking asking, MemoryStore bare, int entries, List<String> texts)
      throws Exception {
    Series whole = new Series();
    Series together = new Series();
    SideBySide.run(
        round -> asking.miss(texts.get(round), whole),
        round -> {
          String text = texts.get(SideBySide.next(round));
          long start = System.nanoTime();
          float[] vector = dataset.embedder().embed(text).vector();
          boolean served =
              Decision.serves(
                  text, vector, bare.nearest(Questions.PARTITION, vector, 8, Questions.SIMILARITY));
          together.since(start);
          if (served) {
            throw new IllegalStateException("Found: " + text);
          }
        },
        List.of(whole, together));
    report.add(
        new Figure(Figure.Kind.MISS, STORE, entries, whole.percentiles(), together.percentiles()));
  }
}
