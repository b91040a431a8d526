package io.stepwright.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.ToolSteps;
import io.stepwright.report.format.rows.Row;
import io.stepwright.report.format.rows.Rows;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of tools in all formats of a report. */
@Timeout(120)
class ToolRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static RunReport report() {
    return ToolRun.report(AgentRuntime.builder());
  }

  @Test
  void callsAreLinesBelowTheirStepAndTheirOwnStepsBelowThem() {
    List<Row> rows = Rows.of(report()).rows();
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      if (row instanceof Row.Call call) {
        lines.add(call.depth() + " tool " + call.call().tool());
      } else if (row instanceof Row.Single single) {
        lines.add(single.depth() + " step " + single.step().name());
      }
    }
    assertThat(lines)
        .containsExactly(
            "0 step solve",
            "1 tool orders",
            "1 tool summary",
            "2 step summary",
            "1 tool broken",
            "1 tool orders",
            "1 tool orders",
            "1 tool (unknown)",
            "1 tool refund");
  }

  @Test
  void textHasTheSameOrder() {
    List<String> lines = report().toText(140).lines().toList();
    assertThat(lines).hasSize(10);
    assertThat(lines.get(3)).startsWith("+   summary");
    assertThat(lines.get(4)).startsWith("+     summary (direct 1)").contains("large");
    assertThat(lines.get(9))
        .startsWith("+   refund")
        .containsPattern("turn 2, approved after \\d+");
    assertThat(lines).noneMatch(line -> line.contains("refund") && line.contains("on the wire"));
  }

  @Test
  void jsonHasTurnsWithUsageAndCallsWithOutcomes() throws Exception {
    JsonNode json = JSON.readTree(ReportFormat.JSON.render(report()));
    assertThat(json.path("totals").path("toolCalls").asInt()).isEqualTo(7);
    JsonNode step = json.path("steps").path(0);
    assertThat(step.path("turns"))
        .extracting(
            turn -> turn.path("number").asInt(),
            turn -> turn.path("attempts").toString(),
            turn -> turn.path("toolCalls").toString(),
            turn -> turn.path("inputTokens").asInt(),
            turn -> turn.path("outputTokens").asInt(),
            turn -> turn.path("cost").path("known").decimalValue().toPlainString())
        .containsExactly(
            tuple(1, "[1]", "[1,2,3]", 100, 10, "0.00035"),
            tuple(2, "[2]", "[4,5,6,7]", 100, 10, "0.00035"),
            tuple(3, "[3]", "[]", 100, 10, "0.00035"));
    assertThat(step.path("toolCalls"))
        .extracting(
            call -> call.path("tool").asText(),
            call -> call.path("turn").asInt(),
            call -> call.path("end").asText(),
            call -> call.path("failure").path("type").asText())
        .containsExactly(
            tuple("orders", 1, "returned", ""),
            tuple("summary", 1, "returned", ""),
            tuple("broken", 1, "failed", "java.lang.IllegalStateException"),
            tuple("orders", 2, "remembered", ""),
            tuple("orders", 2, "refused", ""),
            tuple("(unknown)", 2, "invalid", ""),
            tuple("refund", 2, "returned", ""));
    JsonNode refund = step.path("toolCalls").path(6);
    assertThat(refund.path("approval").path("end").asText()).isEqualTo("approved");
    assertThat(refund.path("approval").path("durationNanos").asLong())
        .isBetween(40_000_000L, refund.path("durationNanos").asLong());
    assertThat(step.path("toolCalls").findValues("onWireNanos")).isEmpty();
  }

  @Test
  void theTraceHasCallsOnTheirThreads() throws Exception {
    RunReport report = report();
    JsonNode events = JSON.readTree(ReportFormat.CHROME_TRACE.render(report)).path("traceEvents");
    List<JsonNode> tools = new ArrayList<>();
    events.forEach(
        event -> {
          if (event.path("cat").asText().equals("tool")) {
            tools.add(event);
          }
        });
    assertThat(tools).hasSize(7);
    assertThat(tools.get(6).path("args").path("turn").asInt()).isEqualTo(2);
    assertThat(events)
        .anyMatch(
            event ->
                event.path("name").asText().equals("approval")
                    && event.path("tid").equals(tools.get(6).path("tid")));
    for (JsonNode tool : tools) {
      assertThat(events)
          .anyMatch(
              event ->
                  event.path("name").asText().equals("thread_name")
                      && event.path("tid").equals(tool.path("tid")));
    }
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void argumentsAndResultsAreNotShown(ReportFormat format) {
    RunReport report = report();
    assertThat(format.render(report) + report + report.steps() + report.toText())
        .doesNotContain("canary");
    // Nothing was kept, so that nothing but messages of failures can be shown.
    assertThat(format.renderWithContent(report))
        .doesNotContain("canary-open", "canary-customer", "canary-orders", "canary-refusal");
  }

  @Test
  void argumentsAndResultsAreContent(@TempDir Path folder) throws Exception {
    RunReport report =
        ToolRun.report(
            AgentRuntime.builder()
                .configuration("stepwright.report.dir", folder.toString())
                .configuration("stepwright.report.content", "true"));
    JsonNode call =
        JSON.readTree(written(folder, ".json")).path("steps").path(0).path("toolCalls").path(0);
    assertThat(call.path("arguments").asText())
        .isEqualTo("{\"customer\":\"canary-customer\",\"status\":\"canary-open\"}");
    assertThat(call.path("result").asText()).isEqualTo("\"canary-orders of canary-customer\"");
    assertThat(written(folder, ".html"))
        .contains("canary-orders of canary-customer", "\u2192 orders {");
    assertThat(ReportFormat.HTML.render(report) + ReportFormat.JSON.render(report))
        .doesNotContain("canary");
    assertThat(ReportFormat.CHROME_TRACE.renderWithContent(report))
        .doesNotContain("canary-orders", "canary-open");
  }

  private static String written(Path folder, String extension) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(extension)).findFirst().orElseThrow());
    }
  }

  @Test
  void manyCallsAreCountedAndThePageStaysSmall() {
    RunReport report = ToolRun.many(60);
    assertThat(report.toolCalls()).isEqualTo(55 * 60);
    Rows rows = Rows.of(report);
    assertThat(rows.rows()).hasSize(1 + 24);
    assertThat(rows.callsLeftOut()).isEqualTo(55 * 60 - 24);
    assertThat(ReportFormat.HTML.render(report).length()).isLessThan(200_000);
  }

  @Test
  void aStepBelongsToTheCallOnItsThread() {
    RunReport report = report();
    ToolSteps inner = ToolSteps.of(report);
    StepReport solve = report.steps().get(0);
    for (ToolReport call : solve.toolCalls()) {
      assertThat(inner.of(call)).hasSize(call.tool().equals("summary") ? 1 : 0);
    }
    assertThat(inner.contains(solve)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void thePageShowsCallsAndTheirDetails(Scheme scheme) throws Exception {
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
    RunReport report = report();
    String html = ReportFormat.HTML.render(report);
    String script = Files.readString(Path.of("src/test/resources/look.js")).strip();
    Chromium browser = Chromium.find();
    Path folder = Files.createDirectories(Path.of("target/pages"));
    browser.screenshot(html, scheme, 1400, 900, folder.resolve("tools-" + scheme + ".png"));
    JsonNode answer = JSON.readTree(browser.evaluate(html, scheme, 1600, script));
    assertThat(answer.path("errors")).isEmpty();
    JsonNode page = answer.path("value");
    assertThat(page.path("problems")).isEmpty();
    assertThat(page.path("bySteps").asInt()).isEqualTo(9);
    assertThat(page.path("text").asText())
        .contains("turn 2")
        .contains("remembered")
        .contains("approved after");
    JsonNode details =
        JSON.readTree(
                browser.evaluate(
                    html,
                    scheme,
                    1600,
                    "(() => { const bars = [...document.querySelectorAll('.bar')]; const seen = [];"
                        + " for (const bar of [bars[0], bars[8]]) { bar.focus();"
                        + " seen.push(document.getElementById('details').textContent); }"
                        + " seen.push(document.querySelectorAll('.bar.tool .part.wait').length);"
                        + " return seen; })()"))
            .path("value");
    assertThat(details.path(0).asText())
        .contains("turn 1, 100 in, 10 out")
        .contains("3 calls")
        .contains("turn 3");
    assertThat(details.path(2).asInt()).as("waits for approvals").isEqualTo(1);
    assertThat(details.path(1).asText()).contains("refund", "tool ofsolve", "approvalapproved");
  }
}
