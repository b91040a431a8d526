package io.stepwright.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks pages in a browser, and keeps pictures of them in {@code target/pages}. */
class PageTest {

  @BeforeEach
  void needsChromium() {
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
  }

  private static JsonNode look(RunReport report, Scheme scheme, String name) throws IOException {
    return look(report, scheme, name, 1600);
  }

  private static JsonNode look(RunReport report, Scheme scheme, String name, int width)
      throws IOException {
    String html = ReportFormat.HTML.render(report);
    String script = Files.readString(Path.of("src/test/resources/look.js")).strip();
    Chromium browser = Chromium.find();
    Path folder = Files.createDirectories(Path.of("target/pages"));
    browser.screenshot(
        html, scheme, Math.min(1400, width), 1200, folder.resolve(name + "-" + scheme + ".png"));
    JsonNode answer = new ObjectMapper().readTree(browser.evaluate(html, scheme, width, script));
    assertThat(answer.path("errors")).isEmpty();
    assertThat(answer.path("requests")).isEmpty();
    JsonNode page = answer.path("value");
    assertThat(page.path("problems")).isEmpty();
    return page;
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(entry -> strings.add(entry.asText()));
    return strings;
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void everythingIsSeenAndNothingOverlaps(Scheme scheme) throws Exception {
    RunReport report = SampleRuns.everything();
    JsonNode page = look(report, scheme, "everything");
    assertThat(page.path("bySteps").asInt()).isEqualTo(report.steps().size());
    assertThat(page.path("byThread").asLong())
        .isEqualTo(report.steps().stream().filter(step -> step.thread() != null).count());
    assertThat(strings(page.path("states")))
        .contains("finished", "cached", "absent", "skipped", "not-needed", "model", "critical");
    // Two repetitions for the mood, two for the note.
    assertThat(page.path("ticks").asInt()).isEqualTo(4);
    assertThat(page.path("waits").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(page.path("queues").asInt()).isPositive();
    assertThat(strings(page.path("figures")))
        .containsExactly("Wall time", "Critical path", "Sum of all steps");
    assertThat(page.path("nodes").asInt()).isEqualTo(report.graph().size());
    assertThat(page.path("critical").asInt()).isEqualTo(report.criticalPath().size() - 1);
    assertThat(page.path("text").asText())
        .contains("Support <desk>.handle")
        .contains("mood is not ANGRY")
        .contains("order is absent");
    assertThat(page.path("background").asText())
        .isEqualTo(scheme == Scheme.DARK ? "rgb(17, 21, 28)" : "rgb(244, 246, 249)");
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void theGraphHasInputsConditionsAndBranchesAndFitsTheWindow(Scheme scheme) throws Exception {
    RunReport report = DescribedRun.report();
    JsonNode page = DescribedRun.with(() -> look(report, scheme, "described", 1280));
    assertThat(page.path("nodes").asInt()).as("an input, the steps, the result").isEqualTo(9);
    assertThat(strings(page.path("pills"))).containsExactly("ticket", "Handled");
    assertThat(strings(page.path("labels")))
        .contains("intent is REFUND", "intent is QUESTION", "otherwise", "angry", "ticket.vip");
    assertThat(strings(page.path("parts")))
        .containsExactly("refundReply", "questionReply ran", "otherReply");
    assertThat(strings(page.path("skipped"))).containsExactly("warning", "order");
    assertThat(page.path("fits").asBoolean()).isTrue();
    assertThat(page.path("smallest").asDouble()).as("pixels").isGreaterThan(8.5);
    assertThat(page.path("text").asText()).contains("reply (questionReply)");
    int narrow =
        DescribedRun.with(() -> look(report, scheme, "described-narrow", 800))
            .path("nodes")
            .asInt();
    assertThat(narrow).isEqualTo(9);
  }

  @Test
  void aDescriptorOfOtherStepsIsNotDrawn() throws Exception {
    RunReport report = SampleRuns.everything();
    JsonNode page = DescribedRun.with(() -> look(report, Scheme.LIGHT, "undescribed"));
    assertThat(page.path("nodes").asInt()).isEqualTo(report.graph().size());
    assertThat(page.path("pills")).isEmpty();
  }

  @Test
  void keysMoveFromBarToBar() throws Exception {
    RunReport report = SampleRuns.everything();
    JsonNode keys = look(report, Scheme.LIGHT, "keys").path("keys");
    String first = keys.path("Home").asText();
    assertThat(keys.path("ArrowDown").asText()).isNotEqualTo(first);
    assertThat(keys.path("ArrowUp").asText()).isEqualTo(first);
    assertThat(keys.path("ArrowRight").asText()).isNotEqualTo(first);
    assertThat(keys.path("ArrowLeft").asText()).isEqualTo(first);
    long latest = report.steps().stream().mapToLong(PageTest::startMicros).max().orElseThrow();
    assertThat(keys.path("End").asText())
        .isIn(
            report.steps().stream()
                .filter(step -> startMicros(step) == latest)
                .map(StepReport::label)
                .toList());
    assertThat(keys.path("Enter").asText()).isEqualTo(keys.path("End").asText() + " kept");
    assertThat(keys.path("Escape").asText()).isEqualTo("nothing");
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void aFailedRunSaysWhatFailedAndHatchesWhatWasCancelled(Scheme scheme) throws Exception {
    JsonNode page = look(SampleRuns.failed(), scheme, "failed");
    assertThat(strings(page.path("states"))).contains("failed", "cancelled");
    assertThat(page.path("text").asText()).contains("401").contains("Step 'mood'");
  }

  @Test
  void tenThousandItemsAreFolded() throws Exception {
    RunReport report = SampleRuns.items(10_000);
    JsonNode page = look(report, Scheme.LIGHT, "items");
    assertThat(page.path("bySteps").asInt()).isBetween(20, 80);
    assertThat(page.path("text").asText()).containsPattern("work ×9,9\\d\\d more");
    assertThat(page.path("threads").asInt()).isPositive();
  }

  @Test
  void namesAreText() throws Exception {
    RunReport report = SampleRuns.named("</script><img src=x onerror=alert(1)>'\"&<!--");
    JsonNode page = look(report, Scheme.LIGHT, "named");
    assertThat(page.path("text").asText())
        .contains("</script><img src=x onerror=alert(1)>'\"&<!--");
  }

  private static long startMicros(StepReport step) {
    return Math.round(step.start().toNanos() / 1e3);
  }
}
