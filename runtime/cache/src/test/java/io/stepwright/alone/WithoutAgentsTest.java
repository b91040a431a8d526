package io.stepwright.alone;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheDigest;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.cache.TextKey;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The cache as a library, by its public package alone. */
class WithoutAgentsTest {

  private final AtomicInteger asked = new AtomicInteger();

  /** Finds all texts alike: only the guards tell them apart. */
  private static final class Blind implements Embedder {
    @Override
    public String id() {
      return "blind";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Embedding embed(String text) {
      return new Embedding(new float[] {1, 0}, 3, false);
    }

    @Override
    public void close() {}
  }

  private final class Numbered implements AnswerSource<String, RuntimeException> {
    @Override
    public Fresh<String> ask(CacheLookup lookup) {
      String answer = "answer " + asked.incrementAndGet();
      return new Fresh<>(answer, answer, true, 1, 1);
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

  private static CacheQuestion question(String language, String text) {
    return new CacheQuestion(
        "Desk.translate",
        new CacheDigest().add("translate").add(language).hex(),
        new CacheDigest().add(TextKey.of(text)).hex(),
        text,
        0.95,
        Set.of("NUMBERS", "POLARITY"),
        Duration.ofHours(1));
  }

  private Answer<String> ask(AnswerCache cache, String language, String text)
      throws InterruptedException {
    return cache.answer(question(language, text), new Numbered());
  }

  @Test
  void answersAreFoundExactlyAndByMeaning() throws Exception {
    try (AnswerCache cache =
        AnswerCache.inProcess()
            .embedder(Blind::new)
            .builtInGuards()
            .timeout(Duration.ofSeconds(20)) // No test depends on the machine's speed.
            .build()) {
      assertThat(cache.warmUp(Duration.ofSeconds(30))).isTrue();
      assertThat(ask(cache, "fr", "Please cancel my order").value()).isEqualTo("answer 1");

      Answer<String> equal = ask(cache, "fr", "  please cancel my order. ");
      assertThat(equal.value()).isEqualTo("answer 1");
      assertThat(equal.lookup().outcome()).isEqualTo(CacheOutcome.EXACT);

      Answer<String> near = ask(cache, "fr", "Please cancel my purchase");
      assertThat(near.value()).isEqualTo("answer 1");
      assertThat(near.lookup().outcome()).isEqualTo(CacheOutcome.SEMANTIC);

      Answer<String> opposite = ask(cache, "fr", "Please don't cancel my order");
      assertThat(opposite.value()).isEqualTo("answer 2");
      assertThat(opposite.lookup().refusedBy()).containsExactly("POLARITY");

      assertThat(ask(cache, "de", "Please cancel my order").value()).isEqualTo("answer 3");
    }
  }
}
