package io.stepwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Layers;
import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void mediansAreOfWhatHasTheNumber() {
    List<Row> rows =
        Stream.of(3.0, 1.0, 10.0).map(n -> Row.of("p").with("a", "x").with("n", n)).toList();
    Figures figures = new Figures(rows);
    assertThat(figures.where("a", "x").median("n")).isEqualTo(3);
    assertThat(new Figures(rows.subList(0, 2)).median("n")).isEqualTo(2);
    assertThat(figures.where("a", "y").median("n")).isNaN();
    assertThat(figures.median("m")).isNaN();
  }

  @Test
  void criticalPathsAreThoseOfTheGraphs() {
    assertThat(Stream.of(Flow.values()).map(Flow::criticalMillis))
        .containsExactly(220, 200, 180, 100);
  }

  @Test
  void aLayerIsAfterAllThatItsStepsNeed() {
    assertThat(Layers.of(Flow.GUIDE).stream().map(List::size)).containsExactly(2, 1);
    assertThat(Layers.of(Flow.TWENTY).stream().map(List::size))
        .containsExactly(3, 4, 5, 4, 2, 1, 1);
  }
}
