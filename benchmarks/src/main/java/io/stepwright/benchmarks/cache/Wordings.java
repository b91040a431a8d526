package io.stepwright.benchmarks.cache;

import java.util.List;

/**
 * Reworded questions, without duplicates, that have an answer. Immutable.
 *
 * @param texts the questions
 * @param similarities the similarity of each question to the nearest entry, sorted
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
