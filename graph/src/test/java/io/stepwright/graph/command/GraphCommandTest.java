package io.stepwright.graph.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.graph.command.GraphCommand.GraphOutcome;
import io.stepwright.graph.measured.RunReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {

  @TempDir Path project;

  private Path classes;
  private Path sources;

  @BeforeEach
  void compile() throws IOException {
    classes = project.resolve("target/classes");
    sources = project.resolve("src/with space");
    Path golden = Path.of("../processor/src/test/resources/golden");
    Path descriptors = Files.createDirectories(classes.resolve("META-INF/stepwright"));
    Files.createDirectories(sources.resolve("app"));
    for (String agent : List.of("Support", "Onboarding")) {
      Files.copy(golden.resolve(agent + ".json"), descriptors.resolve("app." + agent + ".json"));
      Files.copy(golden.resolve(agent + ".java"), sources.resolve("app/" + agent + ".java"));
    }
  }

  private GraphRequest request(String format, Path output, String agent) {
    return new GraphRequest(classes, List.of(sources), format, output, agent, null, null);
  }

  @Test
  void writesTheFileWithLinksToTheSources() throws IOException {
    Path file = project.resolve("target/stepwright/graph.html");
    GraphOutcome outcome = GraphCommand.run(request("HTML", file, null));
    assertThat(outcome.summary()).isEqualTo("2 agents with 3 entry points");
    assertThat(Files.readString(file))
        .isEqualTo(outcome.text())
        .contains("href=\"../../src/with%20space/app/Onboarding.java#L37\">Onboarding.java:37<");
  }

  @Test
  void showsOneAgent() {
    for (String name : List.of("Support", "app.Support")) {
      assertThat(GraphCommand.run(request("text", null, name)).agents()).isEqualTo(1);
    }
    assertThatThrownBy(() -> GraphCommand.run(request("text", null, "Nobody")))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("Nobody")
        .hasMessageContaining("Onboarding, Support");
  }

  private String measured(Path reports) {
    return GraphCommand.run(
            new GraphRequest(
                classes, List.of(sources), "text", null, "Onboarding", "code=5ms", reports))
        .text();
  }

  @Test
  void marksThePathThatWasCriticalInReports() throws IOException {
    Path reports = Files.createDirectories(project.resolve("reports"));
    report(reports, "Onboarding", 30, 40, 500);
    report(reports, "Onboarding", 30, 40, 300);
    report(reports, "Onboarding", 900, 40, 600);
    report(reports, "Another", 900, 900, 1);
    assertThat(measured(reports))
        .contains("critical path (*): crmNote")
        .contains("measured in 3 runs, medians; what did not run there: by the given estimates");
  }

  @Test
  void aReportOfAnotherAgentSaysNothing() throws IOException {
    Path reports = Files.createDirectories(project.resolve("reports"));
    report(reports, "Another", 900, 900, 1);
    assertThat(measured(reports))
        .contains("critical path (*): intent -> email")
        .doesNotContain("measured");
  }

  @Test
  void saysWhichReportCannotBeRead() throws IOException {
    Path reports = Files.createDirectories(project.resolve("reports"));
    assertThatThrownBy(() -> measured(reports))
        .isInstanceOf(RunReportException.class)
        .hasMessageContaining("stepwright.report.dir");
    Path file = Files.writeString(reports.resolve("later.json"), "{\"formatVersion\": 2}");
    assertThatThrownBy(() -> measured(file))
        .isInstanceOf(RunReportException.class)
        .hasMessageContaining("later.json")
        .hasMessageContaining("formatVersion 2");
    assertThatThrownBy(() -> measured(reports.resolve("none.json")))
        .isInstanceOf(RunReportException.class)
        .hasMessageContaining("none.json");
  }

  private static void report(Path folder, String agent, long intent, long email, long crmNote)
      throws IOException {
    String time =
        """
        {"step": "%s", "executions": 1, "states": {"finished": 1}, "medianNanos": %d000000}""";
    String report =
        "{\"formatVersion\": 1, \"agent\": \"%s\", \"times\": [%s, %s, %s, %s]}"
            .formatted(
                agent,
                time.formatted("intent", intent),
                time.formatted("email", email),
                time.formatted("crmNote", crmNote),
                // Skipped steps take no time, and must not count for the median.
                "{\"step\": \"other\", \"states\": {\"skipped\": 1}, \"medianNanos\": 0}");
    Files.writeString(Files.createTempFile(folder, "run-", ".json"), report);
  }

  @Test
  void saysThatNothingIsCompiled() {
    GraphRequest nothing =
        new GraphRequest(project.resolve("none"), List.of(), "text", null, null, null, null);
    assertThatThrownBy(() -> GraphCommand.run(nothing))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("mvn compile");
  }

  @Test
  void saysWhatIsNotUnderstood() {
    assertThatThrownBy(() -> GraphCommand.run(request("png", null, null)))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("png");
  }
}
