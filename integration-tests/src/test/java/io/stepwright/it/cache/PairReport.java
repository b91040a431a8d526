package io.stepwright.it.cache;

import java.util.List;
import java.util.Locale;

/** Writes an evaluation as a Markdown page. */
final class PairReport {

  private static final double[] THRESHOLDS = {0.80, 0.85, 0.90, 0.95, 0.97, 0.99};

  /** The threshold at which the kinds of traps are listed separately. */
  private static final double MIDDLE = 0.90;

  private PairReport() {}

  static String page(PairEvaluation evaluation) {
    return """
    # How well the cache tells questions apart

    A cache by meaning can serve a wrong answer: the embeddings of "before meals" and "after meals" are close together. Guards compare the words as well. This page measures them on %d
    pairs of questions through the built-in embedder: %d pairs that want the same answer, and %d traps, which look alike and want different answers. A test writes it.

    ![Share of pairs served, by similarity](images/cache-quality.svg)

    | similarity | %s |
    | --- | %s |
    %s
    In each cell: hits among the pairs with one answer / wrong answers among the traps, in per cent. Similarity is the cosine of the two embeddings.

    ## Traps by kind, at similarity %s

    | kind | pairs | served without guards | served with all guards |
    | --- | --- | --- | --- |
    %s
    ## What these figures do not say

    The pairs were written by those who wrote the guards, so they flatter both: of reworded questions as people ask them, far fewer are as near as %s. The guards are made for short English
    questions. They do not see every trap: one word more, as in "insured" and "insured abroad", is left to the similarity. In all columns texts that are not comparable are not served, and the
    guards `CHARACTERS` and `ADDITIONS` are on; equal texts count as served at any similarity. Measure your own questions before you
    lower it: write them to a file with one JSON object a line, with the fields `id`, `category`, `a`, `b` and `same_answer`, and run

    ```
    mvn -pl integration-tests -am test -Dtest=PairEvaluationTest -Dsurefire.failIfNoSpecifiedTests=false -Dstepwright.pairs=/absolute/path/of/pairs.jsonl
    ```
    """
        .formatted(
            evaluation.count(true) + evaluation.count(false),
            evaluation.count(true),
            evaluation.count(false),
            String.join(" | ", GuardSet.variants().stream().map(GuardSet::title).toList()),
            String.join(" | ", GuardSet.variants().stream().map(set -> "---").toList()),
            table(evaluation),
            number("%.2f", MIDDLE),
            kinds(evaluation),
            number("%.2f", MIDDLE));
  }

  /** Returns a table with one line for each threshold. */
  static String table(PairEvaluation evaluation) {
    StringBuilder table = new StringBuilder();
    for (double threshold : THRESHOLDS) {
      table.append("| ").append(number("%.2f", threshold));
      for (GuardSet guards : GuardSet.variants()) {
        table
            .append(" | ")
            .append(number("%.1f", evaluation.hitRate(threshold, guards)))
            .append(" / ")
            .append(number("%.1f", evaluation.wrongRate(threshold, guards)));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String kinds(PairEvaluation evaluation) {
    StringBuilder kinds = new StringBuilder();
    for (String kind : evaluation.trapKinds()) {
      List<JudgedPair> traps = evaluation.ofKind(kind);
      kinds.append(
          "| %s | %d | %d | %d |\n"
              .formatted(
                  kind, traps.size(), served(traps, GuardSet.NONE), served(traps, GuardSet.ALL)));
    }
    return kinds.toString();
  }

  private static long served(List<JudgedPair> pairs, GuardSet guards) {
    return pairs.stream().filter(pair -> pair.isServed(MIDDLE, guards)).count();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
