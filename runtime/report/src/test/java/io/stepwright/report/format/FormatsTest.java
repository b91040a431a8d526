package io.stepwright.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyStateAndFigureIsInTheReport() {
    RunReport report = SampleRuns.everything();
    assertThat(report.steps())
        .extracting(StepReport::state)
        .contains(
            StepState.FINISHED,
            StepState.CACHED,
            StepState.ABSENT,
            StepState.SKIPPED,
            StepState.NOT_NEEDED);
    assertThat(step(report, "warning").reason()).isEqualTo("mood is not ANGRY");
    assertThat(step(report, "refund").reason()).isEqualTo("order is absent");
    assertThat(report.criticalPath()).containsExactly("mood", "reply");
    assertThat(report.steps())
        .filteredOn(StepReport::critical)
        .extracting(StepReport::name)
        .containsExactly("mood", "reply");
    assertThat(step(report, "mood").attempts())
        .extracting(AttemptReport::status)
        .containsExactly(503, 500, 0);
    assertThat(step(report, "mood").attempts())
        .extracting(AttemptReport::model)
        .containsOnly("large");
    assertThat(step(report, "mood").answeringModel()).isEqualTo("large-2026-01");
    assertThat(step(report, "mood").attempts().get(1).waited()).isPositive();
    // 120 tokens in, 30 out: six labels of the small model, two answers of the large one.
    BigDecimal small = new BigDecimal("0.000036");
    BigDecimal large = new BigDecimal("0.0006");
    assertThat(report.cost().known())
        .isEqualByComparingTo(
            small.multiply(BigDecimal.valueOf(6)).add(large.multiply(BigDecimal.valueOf(2))));
    assertThat(report.cost().isKnown()).isTrue();
    assertThat(report.costSaved().known()).isEqualByComparingTo(small);
    assertThat(report.inputTokensSaved()).isEqualTo(120);
    StepReport lastLabel =
        report.steps().stream().filter(s -> s.item() == 5).findFirst().orElseThrow();
    assertThat(lastLabel.queued()).as("waited for a place").isGreaterThan(Duration.ofMillis(20));
    RunReport failed = SampleRuns.failed();
    assertThat(failed.failure().type()).isEqualTo("401");
    assertThat(failed.steps())
        .extracting(StepReport::state)
        .containsExactlyInAnyOrder(StepState.FAILED, StepState.CANCELLED, StepState.CANCELLED);
    assertThat(failed.criticalPath().get(0)).isEqualTo("mood");
  }

  private static StepReport step(RunReport report, String name) {
    return report.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void nothingPersonalIsShownUnlessAskedFor(ReportFormat format) {
    RunReport report = SampleRuns.everything();
    assertThat(format.render(report) + report + report.toText() + report.steps())
        .doesNotContain(SampleRuns.canaries());
    assertThat(format.renderWithContent(report))
        .contains("canary-question", "canary-message")
        .doesNotContain("canary-prompt")
        .doesNotContain(SlowModel.ANSWER);
  }

  @Test
  void theAlternativeThatRanIsNamedEverywhere() throws Exception {
    RunReport report = SampleRuns.alternatives();
    assertThat(report.toText()).contains("order > choice (yes<no)", "+ choice (yes<no) |");
    assertThat(ReportFormat.HTML.render(report))
        .contains("choice (yes&lt;no)", "\"label\":\"choice (yes\\u003Cno)\"");
    JsonNode json = JSON.readTree(ReportFormat.JSON.render(report)).path("steps").path(1);
    assertThat(json.path("step").asText()).isEqualTo("choice");
    assertThat(json.path("alternative").asText()).isEqualTo("yes<no");
    JsonNode trace = JSON.readTree(ReportFormat.CHROME_TRACE.render(report));
    assertThat(trace.path("traceEvents"))
        .anyMatch(
            event ->
                event.path("name").asText().equals("choice (yes<no)")
                    && event.path("args").path("alternative").asText().equals("yes<no"));
  }

  @Test
  void jsonIsComplete() throws Exception {
    RunReport report = SampleRuns.everything();
    JsonNode json = JSON.readTree(ReportFormat.JSON.render(report));
    assertThat(json.path("formatVersion").asInt()).isEqualTo(1);
    assertThat(json.path("wallNanos").asLong()).isEqualTo(report.wallTime().toNanos());
    assertThat(json.path("criticalPath")).isNotEmpty().hasSize(report.criticalPath().size());
    assertThat(json.path("totals").path("cost").path("known").decimalValue())
        .isEqualByComparingTo(report.cost().known());
    assertThat(json.path("totals").path("inputTokens").asLong()).isEqualTo(report.inputTokens());
    assertThat(json.path("graph")).hasSize(report.graph().size());
    assertThat(json.path("steps")).hasSize(report.steps().size());
    for (int i = 0; i < report.steps().size(); i++) {
      StepReport step = report.steps().get(i);
      JsonNode node = json.path("steps").path(i);
      assertThat(node.path("step").asText()).isEqualTo(step.name());
      assertThat(node.path("state").asText()).isEqualToIgnoringCase(step.state().name());
      assertThat(node.path("startNanos").asLong()).isEqualTo(step.start().toNanos());
      assertThat(node.path("durationNanos").asLong()).isEqualTo(step.duration().toNanos());
      assertThat(node.path("queuedNanos").asLong()).isEqualTo(step.queued().toNanos());
      assertThat(node.path("attempts")).hasSize(step.attempts().size());
    }
    assertThat(json.path("steps").findValues("onWireNanos"))
        .isNotEmpty()
        .allMatch(nanos -> nanos.asLong() == SlowModel.ON_WIRE_NANOS);
    assertThat(ReportFormat.HTML.render(report)).contains("\"wire\":5000,");
    assertThat(ReportFormat.CHROME_TRACE.render(report)).contains("\"onWireMicros\":5000");
    JsonNode labels =
        StreamSupport.stream(json.path("times").spliterator(), false)
            .filter(times -> times.path("step").asText().equals("labels"))
            .findFirst()
            .orElseThrow();
    assertThat(labels.path("executions").asInt()).isEqualTo(6);
    assertThat(labels.path("minNanos").asLong())
        .isPositive()
        .isLessThanOrEqualTo(labels.path("medianNanos").asLong());
    assertThat(labels.path("maxNanos").asLong())
        .isGreaterThanOrEqualTo(labels.path("medianNanos").asLong());
  }

  @Test
  void aTraceIsWhatPerfettoDemands() throws Exception {
    RunReport report = SampleRuns.everything();
    JsonNode trace = JSON.readTree(ReportFormat.CHROME_TRACE.render(report));
    Map<Integer, List<JsonNode>> byThread = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    Map<Integer, List<JsonNode>> flows = new HashMap<>();
    int instants = 0;
    for (JsonNode event : trace.path("traceEvents")) {
      assertThat(event.path("ph").asText()).isIn("X", "M", "i", "s", "f");
      assertThat(event.path("name").isTextual()).isTrue();
      assertThat(event.path("pid").isInt()).isTrue();
      assertThat(event.path("tid").isInt()).isTrue();
      assertThat(event.path("ts").isNumber()).isTrue();
      assertThat(event.path("ts").asDouble()).isGreaterThanOrEqualTo(0);
      switch (event.path("ph").asText()) {
        case "X" -> {
          assertThat(event.path("dur").asDouble()).isGreaterThanOrEqualTo(0);
          byThread.computeIfAbsent(event.path("tid").asInt(), tid -> new ArrayList<>()).add(event);
        }
        case "M" -> {
          if (event.path("name").asText().equals("thread_name")) {
            names.put(event.path("tid").asInt(), event.path("args").path("name").asText());
          }
        }
        case "i" -> instants++;
        default ->
            flows.computeIfAbsent(event.path("id").asInt(), id -> new ArrayList<>()).add(event);
      }
    }
    assertThat(names.keySet()).containsAll(byThread.keySet());
    byThread.values().forEach(FormatsTest::assertNested);
    long steps =
        byThread.values().stream()
            .flatMap(List::stream)
            .filter(event -> event.path("cat").asText().equals("step"))
            .count();
    assertThat(steps + instants).isEqualTo(report.steps().size());
    long attempts =
        byThread.values().stream()
            .flatMap(List::stream)
            .filter(event -> event.path("cat").asText().equals("attempt"))
            .count();
    assertThat(attempts)
        .isEqualTo(report.steps().stream().mapToLong(step -> step.attempts().size()).sum());
    assertThat(flows).isNotEmpty();
    for (List<JsonNode> flow : flows.values()) {
      assertThat(flow).extracting(end -> end.path("ph").asText()).containsExactly("s", "f");
      for (JsonNode end : flow) {
        double at = end.path("ts").asDouble();
        assertThat(byThread.get(end.path("tid").asInt()))
            .as("an arrow begins and ends within an event")
            .anyMatch(
                event ->
                    event.path("ts").asDouble() <= at
                        && at <= event.path("ts").asDouble() + event.path("dur").asDouble());
      }
      assertThat(flow.get(0).path("ts").asDouble())
          .isLessThanOrEqualTo(flow.get(1).path("ts").asDouble());
    }
    assertThat(trace.path("traceEvents").get(0).path("args").path("name").asText())
        .isEqualTo("Support <desk>.handle");
  }

  /**
   * Checks that the events of one thread are ordered by their start, and are nested or disjoint.
   */
  private static void assertNested(List<JsonNode> events) {
    Deque<BigDecimal> open = new ArrayDeque<>();
    BigDecimal last = BigDecimal.ZERO;
    List<JsonNode> ordered = new ArrayList<>(events);
    ordered.sort(
        (a, b) -> {
          int begin = a.path("ts").decimalValue().compareTo(b.path("ts").decimalValue());
          return begin != 0
              ? begin
              : b.path("dur").decimalValue().compareTo(a.path("dur").decimalValue());
        });
    for (JsonNode event : ordered) {
      BigDecimal start = event.path("ts").decimalValue();
      BigDecimal end = start.add(event.path("dur").decimalValue());
      assertThat(start).isGreaterThanOrEqualTo(last);
      last = start;
      while (!open.isEmpty() && open.peek().compareTo(start) <= 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        assertThat(end).as(event.toString()).isLessThanOrEqualTo(open.peek());
      }
      open.push(end);
    }
  }

  @Test
  void tenThousandItemsHaveABound(@TempDir Path folder) throws Exception {
    RunReport report = SampleRuns.items(10_000);
    assertThat(Files.size(ReportFormat.HTML.write(report, folder.resolve("run.html"))))
        .isLessThan(1_000_000);
    Path json = ReportFormat.JSON.write(report, folder.resolve("run.json"));
    assertThat(JSON.readTree(json.toFile()).path("steps")).hasSize(20_001);
    assertThat(Files.size(json)).isLessThan(20_000_000);
    Path trace = ReportFormat.CHROME_TRACE.write(report, folder.resolve("run.trace.json"));
    JsonNode events = JSON.readTree(trace.toFile()).path("traceEvents");
    assertThat(events).hasSizeGreaterThan(20_000);
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing unfinished stays").hasSize(3);
    }
  }
}
