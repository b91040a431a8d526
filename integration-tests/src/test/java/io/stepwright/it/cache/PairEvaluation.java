package io.stepwright.it.cache;

import io.stepwright.spi.cache.Embedder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Evaluates which of a set of labelled pairs the cache serves, for any threshold and any guards.
 */
final class PairEvaluation {

  private final List<JudgedPair> pairs;

  private PairEvaluation(List<JudgedPair> pairs) {
    this.pairs = pairs;
  }

  static PairEvaluation of(List<QuestionPair> pairs, Embedder embedder) throws Exception {
    List<JudgedPair> judged = new ArrayList<>();
    try (PairCache cache = new PairCache(embedder)) {
      for (QuestionPair pair : pairs) {
        judged.add(JudgedPair.of(pair, cache));
      }
    }
    return new PairEvaluation(judged);
  }

  /** Returns the number of pairs that should hit, or should not. */
  long count(boolean sameAnswer) {
    return pairs.stream().filter(pair -> pair.pair().sameAnswer() == sameAnswer).count();
  }

  /** Returns the percentage of pairs with the same answer that are served. */
  double hitRate(double threshold, GuardSet guards) {
    return rate(true, threshold, guards);
  }

  /** Returns the percentage of pairs with different answers that are wrongly served. */
  double wrongRate(double threshold, GuardSet guards) {
    return rate(false, threshold, guards);
  }

  private double rate(boolean sameAnswer, double threshold, GuardSet guards) {
    long served =
        pairs.stream()
            .filter(pair -> pair.pair().sameAnswer() == sameAnswer)
            .filter(pair -> pair.isServed(threshold, guards))
            .count();
    return 100.0 * served / count(sameAnswer);
  }

  /** The kinds of traps, in order of first occurrence. */
  Set<String> trapKinds() {
    Set<String> kinds = new LinkedHashSet<>();
    for (JudgedPair pair : pairs) {
      if (!pair.pair().sameAnswer()) {
        kinds.add(pair.pair().category());
      }
    }
    return kinds;
  }

  /** The pairs of a kind. */
  List<JudgedPair> ofKind(String kind) {
    return pairs.stream().filter(pair -> pair.pair().category().equals(kind)).toList();
  }

  /** The pairs with the same answer that are not served at any threshold. */
  List<JudgedPair> lost(GuardSet guards) {
    return pairs.stream()
        .filter(pair -> pair.pair().sameAnswer())
        .filter(pair -> !pair.isServed(0, guards))
        .toList();
  }

  /** The traps that are served. */
  List<JudgedPair> wrong(double threshold, GuardSet guards) {
    return pairs.stream()
        .filter(pair -> !pair.pair().sameAnswer())
        .filter(pair -> pair.isServed(threshold, guards))
        .toList();
  }
}
