package io.stepwright.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.answer.AskedModel;
import io.stepwright.answer.StepAnswers;
import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.answer.StepAnswersSettings;
import io.stepwright.runtime.NoStore;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a runtime's cache: it is looked for, made and closed. */
class StepCacheTest {

  private static final CacheRule EQUAL = CacheRule.of("fingerprint");
  private static final CacheRule NEAR = EQUAL.similarity(0.9);

  private final List<String> calls = new ArrayList<>();
  private final NoStore store = new NoStore();
  private boolean hasEmbedder = true;

  private final class Embedders implements EmbedderFactory {
    @Override
    public String id(EmbedderSettings settings) throws CacheConfigurationException {
      if (!hasEmbedder) {
        throw new CacheConfigurationException("Add an embedder.", null);
      }
      return "embedder";
    }

    @Override
    public Embedder create(EmbedderSettings settings) {
      throw new IllegalStateException("Nobody compares anything here.");
    }
  }

  /** Answers nothing, and writes down what it is told. */
  private final class Recorded implements StepAnswers {
    @Override
    public <T, X extends Exception> Answer<T> answer(
        StepInfo step, CacheRule rule, CacheKey key, AskedModel model, AnswerSource<T, X> source) {
      throw new IllegalStateException("Nobody asks here.");
    }

    @Override
    public void prepare() {
      calls.add("prepare");
    }

    @Override
    public void warmUp() {
      calls.add("warm up");
    }

    @Override
    public boolean warmUp(Duration limit) {
      return true;
    }

    @Override
    public void evict(String step) {}

    @Override
    public void evict(String step, String text) {}

    @Override
    public void close() {
      calls.add("close");
    }
  }

  private StepCache cache(StepAnswersFactory... found) {
    EmbedderSource embedder =
        new EmbedderSource(
            null, () -> List.of(new Embedders()), new EmbedderSettings(null, null, null));
    return new StepCache(
        () ->
            new StepAnswersSettings(
                store, embedder, List.of(), Duration.ofSeconds(1), null, "", null),
        store,
        () -> {
          calls.add("look");
          return List.of(found);
        });
  }

  private StepCache found() {
    return cache(
        settings -> {
          calls.add("make");
          return new Recorded();
        });
  }

  @Test
  void isLookedForOnceAndOnlyWhenAStepNeedsIt() {
    try (StepCache cache = found()) {
      assertThat(cache.answers()).isNull();
      assertThat(calls).isEmpty();
      assertThat(cache.problem(EQUAL)).isNull();
      assertThat(cache.problem(NEAR)).isNull();
      assertThat(cache.answers()).isNotNull().isSameAs(cache.open());
      assertThat(calls).containsExactly("look", "make", "prepare", "prepare", "warm up");
    }
    assertThat(calls).endsWith("close");
    assertThat(store.closed).as("the cache closes its store").hasValue(0);
  }

  @Test
  void aStepThatComparesNothingNeedsNoEmbedder() {
    hasEmbedder = false;
    try (StepCache cache = found()) {
      assertThat(cache.problem(EQUAL)).isNull();
      assertThat(cache.problem(NEAR)).isEqualTo("cannot be cached by meaning. Add an embedder.");
      assertThat(calls).doesNotContain("warm up");
    }
  }

  @Test
  void aStoreOfWhichNoCacheWasMadeIsClosedOnce() {
    StepCache cache = found();
    cache.close();
    cache.close();
    assertThat(store.closed).hasValue(1);
    assertThat(calls).isEmpty();
  }

  @Test
  void afterTheEndNoneIsMade() {
    StepCache cache = found();
    cache.close();
    assertThat(cache.open()).isNull();
    assertThat(cache.problem(NEAR)).isNull();
    assertThat(calls).doesNotContain("make");
  }

  @Test
  void oneThatCannotBeLoadedSaysWhatIsMissing() {
    try (StepCache cache =
        cache(
            settings -> {
              throw new NoClassDefFoundError("com/example/Library");
            })) {
      assertThat(cache.problem(EQUAL))
          .startsWith("cannot be cached. ")
          .contains("the class com.example.Library is missing");
    }
  }
}
