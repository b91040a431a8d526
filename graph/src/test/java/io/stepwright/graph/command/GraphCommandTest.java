package io.stepwright.graph.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.graph.command.GraphCommand.GraphOutcome;
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
    return new GraphRequest(classes, List.of(sources), format, output, agent, null);
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

  @Test
  void saysThatNothingIsCompiled() {
    GraphRequest nothing =
        new GraphRequest(project.resolve("none"), List.of(), "text", null, null, null);
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
