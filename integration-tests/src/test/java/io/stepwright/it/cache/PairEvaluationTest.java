package io.stepwright.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.minilm.MiniLmEmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the guards with the real embedder, on the repository's pairs of questions and, with
 * {@code -Dstepwright.pairs=FILE}, on other pairs.
 */
@Timeout(300)
class PairEvaluationTest {

  private static final double SIMILARITY = 0.90;
  private static final Path PAIRS = Path.of("src", "test", "resources", "pairs", "pairs.jsonl");
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void ourPairsAreToldApart() throws Exception {
    List<QuestionPair> pairs = QuestionPair.read(PAIRS);
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(240).doesNotHaveDuplicates();
    assertThat(pairs).extracting(QuestionPair::id).doesNotHaveDuplicates();
    PairEvaluation evaluation = evaluate(pairs);
    assertToldApart(evaluation);
    assertThat(evaluation.count(false)).isGreaterThanOrEqualTo(120);
    assertThat(evaluation.wrongRate(SIMILARITY, GuardSet.NONE))
        .as("without guards the pairs are hard")
        .isGreaterThan(25);
    PublishedFigures.check(DOCS.resolve("cache-quality.md"), PairReport.page(evaluation), 3);
    PublishedFigures.check(
        DOCS.resolve("images").resolve("cache-quality.svg"), PairPlot.of(evaluation), 9);
  }

  @Test
  @EnabledIfSystemProperty(named = "stepwright.pairs", matches = ".+")
  void otherPairsAreToldApart() throws Exception {
    PairEvaluation evaluation =
        evaluate(QuestionPair.read(Path.of(System.getProperty("stepwright.pairs"))));
    // Prints the figures when the user has given a file.
    System.out.println(PairReport.table(evaluation));
    assertToldApart(evaluation);
  }

  private static PairEvaluation evaluate(List<QuestionPair> pairs) throws Exception {
    EmbedderSettings settings = new EmbedderSettings(null, null, null);
    return PairEvaluation.of(pairs, new MiniLmEmbedderFactory().create(settings));
  }

  private static void assertToldApart(PairEvaluation evaluation) {
    assertThat(evaluation.wrongRate(SIMILARITY, GuardSet.ALL))
        .as(() -> "wrong answers, in per cent: " + evaluation.wrong(SIMILARITY, GuardSet.ALL))
        .isLessThanOrEqualTo(1);
    assertThat(evaluation.hitRate(SIMILARITY, GuardSet.ALL))
        .as("hits, in per cent")
        .isGreaterThanOrEqualTo(45);
  }
}
