package io.stepwright.it.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheDigest;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.cache.TextKey;
import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.cache.Embedder;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** A cache with the real embedder that is asked about two texts, at any similarity. */
final class PairCache implements AutoCloseable {

  /** Accepts every pair as near: callers compare the similarity with their own threshold. */
  private static final double SIMILARITY = 1e-9;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final AnswerCache cache;
  private int pairs;

  /**
   * Creates a cache with all guards.
   *
   * @param embedder closed with the cache
   */
  PairCache(Embedder embedder) throws InterruptedException {
    cache =
        AnswerCache.inProcess()
            .embedder(() -> embedder)
            .guards(Guards.names().stream().map(Guards::of).map(Objects::requireNonNull).toList())
            .timeout(LIMIT)
            .build();
    if (!cache.warmUp(LIMIT)) {
      throw new IllegalStateException("There is no embedder.");
    }
  }

  /** Returns the look-up of a text when only another text is remembered. */
  CacheLookup ask(String remembered, String asked, Set<String> guards, boolean servesUnjudged)
      throws InterruptedException {
    String partition = "pair " + pairs++;
    cache.answer(question(partition, remembered, guards, servesUnjudged), new Source());
    return cache.answer(question(partition, asked, guards, servesUnjudged), new Source()).lookup();
  }

  private static CacheQuestion question(
      String partition, String text, Set<String> guards, boolean servesUnjudged) {
    return new CacheQuestion(
        "Pairs.ask",
        partition,
        new CacheDigest().add(TextKey.of(text)).hex(),
        text,
        SIMILARITY,
        guards,
        Duration.ofHours(1),
        servesUnjudged);
  }

  @Override
  public void close() {
    cache.close();
  }

  private static final class Source implements AnswerSource<String, RuntimeException> {

    @Override
    public Fresh<String> ask(CacheLookup lookup) {
      return new Fresh<>("answer", "answer", true, 0, 0);
    }

    @Override
    public String read(String answer) {
      return answer;
    }

    @Override
    public boolean isShared(Exception failure) {
      return false;
    }
  }
}
