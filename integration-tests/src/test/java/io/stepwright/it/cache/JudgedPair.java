package io.stepwright.it.cache;

import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.Embedder;
import io.stepwright.spi.Embedding;
import io.stepwright.spi.NearMatchGuard.Verdict;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pair, and what the cache thinks of it.
 *
 * @param pair the pair
 * @param similarity the cosine of the two embeddings
 * @param refusedBy the guards that refuse it
 */
record JudgedPair(QuestionPair pair, double similarity, Set<String> refusedBy) {

  static JudgedPair of(QuestionPair pair, Embedder embedder) throws Exception {
    Embedding one = embedder.embed(pair.a());
    Embedding other = embedder.embed(pair.b());
    Set<String> refusedBy =
        Guards.names().stream()
            .filter(name -> refuses(name, pair))
            .collect(Collectors.toUnmodifiableSet());
    return new JudgedPair(pair, cosine(one.vector(), other.vector()), refusedBy);
  }

  private static boolean refuses(String guard, QuestionPair pair) {
    return Objects.requireNonNull(Guards.of(guard)).check(pair.a(), pair.b()) == Verdict.REFUSE;
  }

  private static double cosine(float[] one, float[] other) {
    double cosine = 0;
    for (int i = 0; i < one.length; i++) {
      cosine += (double) one[i] * other[i];
    }
    return cosine;
  }

  /** Whether the answer to one question is served for the other. */
  boolean isServed(double threshold, GuardSet guards) {
    return similarity >= threshold && Collections.disjoint(refusedBy, guards.names());
  }
}
