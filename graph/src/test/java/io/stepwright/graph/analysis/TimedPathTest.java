package io.stepwright.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.graph.Goldens;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedPathTest {

  @Test
  void byKindItIsTheOneOfTheGeneratedClass() throws IOException {
    assertThat(Goldens.graphs(StepTimes.byKind()))
        .allSatisfy(
            graph ->
                assertThat(graph.criticalPath().steps())
                    .isEqualTo(graph.entryPoint().criticalPath()));
  }

  @Test
  void estimatesChangeIt() throws IOException {
    StepTimes times = EstimatedTimes.parse("gpt-4o-mini=100ms, ollama/llama3:8b=3s");
    EntryGraph onboard = EntryGraph.of(Goldens.agent("Onboarding"), times).get(0);
    assertThat(onboard.criticalPath().steps()).containsExactly("crmNote");
    assertThat(onboard.criticalPath().duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(onboard.edges())
        .filteredOn(GraphEdge::critical)
        .extracting(GraphEdge::from)
        .containsExactly("step:crmNote");
  }

  @Test
  void saysWhatIsNoEstimate() {
    assertThatThrownBy(() -> EstimatedTimes.parse("gpt-4o-mini"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model=400ms");
    assertThatThrownBy(() -> EstimatedTimes.parse("gpt-4o-mini=soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"soon\" is no time");
  }
}
