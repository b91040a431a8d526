package io.stepwright.cache;

import java.time.Duration;
import java.util.Set;

/** Questions of one step. */
final class Questions {

  static final String STEP = "Onboarding.intent";
  static final String PARTITION = "9a";
  static final Duration TTL = Duration.ofMinutes(10);

  private Questions() {}

  /** Creates a question that is answered for the same words only. */
  static CacheQuestion exact(String id) {
    return new CacheQuestion(STEP, PARTITION, id, null, 1, Set.of(), TTL);
  }

  /** Creates a question that is compared by meaning; its folded text is its id. */
  static CacheQuestion near(String text, double similarity, String... guards) {
    return new CacheQuestion(
        STEP, PARTITION, text.toLowerCase(), text, similarity, Set.of(guards), TTL);
  }
}
