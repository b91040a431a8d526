package io.stepwright.benchmarks.cache;

import java.util.List;

/**
 * Questions in new words, none of them twice, each of which has an answer. Immutable.
 *
 * @param texts the questions
 * @param similarities of each to the nearest entry, in ascending order
 */
record Wordings(List<String> texts, List<Double> similarities) {

  /** Sorts the similarities. */
  Wordings {
    texts = List.copyOf(texts);
    similarities = similarities.stream().sorted().toList();
  }

  double least() {
    return similarities.get(0);
  }

  double median() {
    return similarities.get(similarities.size() / 2);
  }
}
