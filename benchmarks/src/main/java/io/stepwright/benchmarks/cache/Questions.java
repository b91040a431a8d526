package io.stepwright.benchmarks.cache;

import io.stepwright.cache.CacheDigest;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.cache.TextKey;
import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.cache.CacheEntry;
import java.time.Duration;

/**
 * Questions and entries of one step and one partition, with the same keys as those of a runtime.
 */
final class Questions {

  static final double SIMILARITY = 0.90;

  static final String PARTITION = partition();

  private static final String STEP = "Helpdesk.answer";
  private static final Duration TTL = Duration.ofDays(1);
  private static final String ANSWER =
      "Please open the page of your orders, choose the article, and follow the three steps that are"
          + " shown there. If you cannot find it, write to us, and name the number of your order.";

  private Questions() {}

  static CacheQuestion asked(String text) {
    return question(text, SIMILARITY);
  }

  /** Returns a question whose similarity no entry reaches, so that its answer is always stored. */
  static CacheQuestion remembered(String text) {
    return question(text, 0.999999);
  }

  private static CacheQuestion question(String text, double similarity) {
    // The key is computed each time, as for a step, whose prompt differs each time.
    return new CacheQuestion(STEP, partition(), id(text), text, similarity, Guards.names(), TTL);
  }

  static CacheEntry entry(String text, float[] vector) {
    long now = System.currentTimeMillis();
    return new CacheEntry(
        STEP, PARTITION, id(text), text, vector, ANSWER, now, now + TTL.toMillis(), 200, 60);
  }

  static String id(String text) {
    return new CacheDigest().add(TextKey.of(text)).hex();
  }

  static String answer() {
    return ANSWER;
  }

  private static String partition() {
    return new CacheDigest()
        .add("1")
        .add("1")
        .add("1")
        .add("io.stepwright.benchmarks.cache.Helpdesk")
        .add("answer")
        .add("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
        .add("openai")
        .add("https://api.openai.com/v1")
        .add("gpt-4o-mini")
        .add("all-MiniLM-L6-v2")
        .add("request.language")
        .add("ENGLISH")
        .hex();
  }
}
