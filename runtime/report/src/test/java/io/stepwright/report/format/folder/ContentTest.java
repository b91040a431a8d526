package io.stepwright.report.format.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.report.RunReport;
import io.stepwright.report.format.ReportFormat;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests and answers are only in the folder's reports, and only with one setting. */
@Timeout(120)
class ContentTest {

  private static final String PROMPT = "canary-prompt </script><b>&\"";
  private static final String ANSWER = "canary-answer <img src=x onerror=alert(1)>";
  private static final String WARNING =
      "This page holds what was sent to models and what they answered";
  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "m");
  private static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "handle").step(ASK).reported();

  @TempDir Path folder;

  private static final class Answering implements ModelClient {
    @Override
    public ModelReply call(ModelRequest request) {
      return new ModelReply(ANSWER, "m", ModelReply.Finish.COMPLETE, 1, 1);
    }

    @Override
    public void close() {}
  }

  private static AgentRuntime.Builder runtime() {
    return AgentRuntime.builder().modelClient("openai", new Answering());
  }

  private static RunReport run(AgentRuntime.Builder builder, String prompt) {
    try (AgentRuntime runtime = builder.build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      ModelStep<String> call = ModelStep.text(AGENT, "ask", "m");
      return AgentResult.of(run, run.call(ASK, step -> step.ask(call, PromptText.of(prompt))))
          .report();
    }
  }

  private String written(String extension) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(extension)).findFirst().orElseThrow());
    }
  }

  @Test
  void theFolderHasItWithTheSetting() throws Exception {
    RunReport report =
        run(
            runtime()
                .configuration("stepwright.report.dir", folder.toString())
                .configuration("stepwright.report.content", "true"),
            PROMPT);
    JsonNode content =
        new ObjectMapper()
            .readTree(written(".json"))
            .path("steps")
            .path(0)
            .path("attempts")
            .path(0)
            .path("content");
    JsonNode turn = content.path("turns").path(0);
    assertThat(turn.path("role").asText()).isEqualTo("user");
    assertThat(turn.path("text").asText()).isEqualTo(PROMPT);
    assertThat(content.path("answer").asText()).isEqualTo(ANSWER);
    String page = written(".html");
    assertThat(page).contains(WARNING, "canary-prompt", "canary-answer");
    assertThat(page).doesNotContain("<img src=x").doesNotContain("</script><b>");
    assertThat(ReportFormat.CHROME_TRACE.renderWithContent(report)).doesNotContain("canary");
    assertThat(ReportFormat.HTML.render(report)).doesNotContain("canary").doesNotContain(WARNING);
    assertThat(report + report.toText() + report.steps()).doesNotContain("canary");
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
    JsonNode seen =
        new ObjectMapper()
            .readTree(
                Chromium.find()
                    .evaluate(
                        page,
                        Chromium.Scheme.LIGHT,
                        "(() => { document.querySelector('.bar').focus(); const w ="
                            + " document.querySelector('.content-warning'); return {said:"
                            + " [...document.querySelectorAll('.said')].map(e => e.textContent),"
                            + " size: parseFloat(getComputedStyle(w).fontSize), top:"
                            + " w.getBoundingClientRect().top}; })()"));
    assertThat(seen.path("errors")).isEmpty();
    assertThat(seen.path("value").path("said").path(0).asText()).isEqualTo(PROMPT);
    assertThat(seen.path("value").path("said").path(1).asText()).isEqualTo(ANSWER);
    assertThat(seen.path("value").path("size").asInt()).isGreaterThanOrEqualTo(24);
    assertThat(seen.path("value").path("top").asInt()).isLessThan(60);
  }

  @Test
  void nothingIsHeldWithoutTheSettingOrWithoutAFolder() throws Exception {
    RunReport plain =
        run(runtime().configuration("stepwright.report.dir", folder.toString()), PROMPT);
    assertThat(plain.holdsContent()).isFalse();
    assertThat(written(".html") + written(".json")).doesNotContain("canary", WARNING);
    RunReport noFolder = run(runtime().configuration("stepwright.report.content", "true"), PROMPT);
    assertThat(noFolder.holdsContent()).isFalse();
  }

  @Test
  void itHasABound() throws Exception {
    run(
        runtime()
            .configuration("stepwright.report.dir", folder.toString())
            .configuration("stepwright.report.content", "true"),
        "<".repeat(3_000_000));
    assertThat(written(".html").length()).isLessThan(150_000);
    assertThat(written(".json")).contains("characters left out)");
  }

  @Test
  void nothingOfItIsLogged() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(String.valueOf(entry.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.stepwright");
    Level before = logger.getLevel();
    logger.addHandler(handler);
    logger.setLevel(Level.ALL);
    try {
      run(
          runtime()
              .configuration("stepwright.log.runs", "true")
              .configuration("stepwright.report.dir", folder.toString())
              .configuration("stepwright.report.content", "true"),
          PROMPT);
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }
    assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("canary"));
  }
}
