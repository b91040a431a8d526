package io.stepwright.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import io.stepwright.benchmarks.tools.side.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolsSectionTest {

  private final List<Row> rows = new ArrayList<>();

  private Row row(Side side) {
    return Row.of("tools").with("jdk", "25").with("side", side.name()).with("calls", "4");
  }

  private void measured(Side side, String version, int overlap, double micros, double bytes) {
    rows.add(row(side).with("version", version).with("overlap", overlap));
    rows.add(row(side).with("cpuMicros", micros).with("bytes", bytes).with("micros", micros / 2));
  }

  @Test
  void othersAreComparedWithStepwright() {
    measured(Side.STEPWRIGHT, "", 4, 400, 60_000);
    measured(Side.LANGCHAIN4J, "1.2.3", 1, 600, 90_000);
    measured(Side.SPRING_AI, "4.5.6", 1, 300, 120_000);
    Figures figures = new Figures(rows);
    assertThat(new ToolsSection(figures).markdown())
        .contains("### JDK 25, 4 calls in one turn")
        .contains("| Stepwright | 1.00 × | 1.00 × | 400 | 60,000 | 200 | 4 |")
        .contains("| LangChain4j `AiServices` (1.2.3) | 1.50 × | 1.50 × | 600 | 90,000 | 300 | 1 |")
        .doesNotContain("by hand, `java.net.http` |");
    assertThat(new Goals(figures).markdown())
        .contains("4 calls in one turn: CPU time over the best library | 1.00 | 1.33 | **missed**")
        .contains("4 calls in one turn: bytes over the best library | 1.00 | 0.67 | met");
  }
}
