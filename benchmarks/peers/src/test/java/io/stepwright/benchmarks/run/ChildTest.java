package io.stepwright.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.benchmarks.page.Page;
import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import io.stepwright.benchmarks.server.HeldServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The harness measures and reports; the figures themselves are not checked. */
@Timeout(60)
class ChildTest {

  @TempDir private Path folder;

  private static List<Row> rows(String url, String... arguments) throws Exception {
    List<Row> rows = new ArrayList<>();
    Child.measure(List.of(arguments), url, row -> rows.add(Row.parse(row.toString())));
    return rows;
  }

  @Test
  void thePageHasWhatWasMeasured() throws Exception {
    List<Row> rows = new ArrayList<>();
    try (HeldServer server = HeldServer.start(question -> 1)) {
      for (String peer : List.of("STEPWRIGHT", "THREADS", "LANGCHAIN4J")) {
        rows.addAll(rows("", "overhead", peer, "GUIDE", "20", "50", "1"));
        rows.addAll(rows("", "schedule", peer, "GUIDE", "SLEEP", "0", "1"));
        rows.addAll(rows(server.url(), "load", peer, "CALL", "20", "1", "0", "1"));
      }
    }
    assertThat(rows).noneMatch(Row::isFailure);
    assertThat(new Figures(rows).where("part", "overhead").least("bytes")).isPositive();
    assertThat(new Figures(rows).where("part", "schedule").least("ratio")).isGreaterThan(0.99);
    rows.add(Row.of("load").with("failed", "LangGraph4j took longer than 3 s"));
    Page page = new Page(new Figures(rows), "a machine", Map.of("langchain4j-agentic", "1.2.3"));
    page.write(folder);
    assertThat(Files.readString(folder.resolve("benchmarks.md")))
        .contains("a machine", "langchain4j-agentic 1.2.3")
        .contains("| by hand, threads | 1.00 × |", "three empty steps: bytes a run | 2,048 |")
        .contains("- Not measured: LangGraph4j took longer than 3 s")
        .contains("## Cold start\n\nNot measured.");
    assertThat(Files.readString(folder.resolve("benchmarks-schedule.svg")))
        .startsWith("<svg")
        .contains(">Stepwright<", ">LangChain4j agentic<");
  }

  @Test
  void aCallIsMeasured() throws Exception {
    try (HeldServer server = HeldServer.start(question -> 0)) {
      Figures figures = new Figures(rows(server.url(), "call", "STEPWRIGHT", "50", "50"));
      assertThat(figures.median("micros")).isPositive();
      assertThat(figures.median("cpuMicros")).isPositive();
      assertThat(figures.median("bytes")).isPositive();
    }
  }

  @Test
  void anUnknownPartIsRefused() {
    assertThatThrownBy(() -> rows("", "speed")).hasMessageContaining("speed");
  }
}
