package io.stepwright.redis;

import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.spi.CacheLookup;
import java.time.Duration;
import java.util.Set;

/** A program that asks one question and ends. */
final class FirstQuestion {

  private FirstQuestion() {}

  /**
   * Prints the outcome of the look-up.
   *
   * @param arguments the server's URL, and the time limit of the look-up
   */
  public static void main(String[] arguments) throws Exception {
    Duration limit = Duration.parse(arguments[1]);
    try (AnswerCache cache =
        AnswerCache.shared(RedisTestCase.open(arguments[0], limit)).timeout(limit).build()) {
      cache.prepare();
      cache.warmUp(Duration.ofSeconds(60)); // The result is false without an embedder.
      CacheQuestion question =
          new CacheQuestion(
              Entries.STEP, Entries.PARTITION, "id", null, 1, Set.of(), Duration.ofHours(1));
      System.out.println(cache.answer(question, new Model()).lookup().outcome());
    }
  }

  private static final class Model implements AnswerSource<String, Exception> {
    @Override
    public Fresh<String> ask(CacheLookup lookup) {
      return new Fresh<>("", "", false, 1, 1);
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
