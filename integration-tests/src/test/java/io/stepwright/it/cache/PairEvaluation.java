package io.stepwright.it.cache;

import io.stepwright.spi.Embedder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the cache serves of a set of labelled pairs, at any threshold and with any guards. */
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

  /** How many pairs should hit, or should not. */
  long count(boolean sameAnswer) {
    return pairs.stream().filter(pair -> pair.pair().sameAnswer() == sameAnswer).count();
  }

  /** The share of the pairs with one answer that are served, in per cent. */
  double hitRate(double threshold, GuardSet guards) {
    return rate(true, threshold, guards);
  }

  /** The share of the pairs with two answers that are served all the same, in per cent. */
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

  /** The kinds of traps, in the order in which they come first. */
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

  /** The pairs with one answer that are not served, however near they are. */
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
