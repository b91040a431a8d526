package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The goal that shows graphs. */
class GraphTest {

  private static final String GRAPH =
      "io.stepwright:stepwright-maven-plugin:" + Environment.get("version") + ":graph";

  @Test
  void showsWhatIsCompiled() throws IOException {
    Project project =
        Project.named("graph")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    project.build(GRAPH).fails().says("There is no compiled agent").says("mvn compile");

    Build text = project.build("compile", GRAPH).succeeds();
    text.says("Doubler (app.Doubler)").says("Doubler.java:").says("critical path (*)");
    assertThat(project.path("target/stepwright")).doesNotExist();

    project.build("-q", GRAPH).succeeds().says("Doubler (app.Doubler)").doesNotSay("[INFO]");

    project
        .build(GRAPH, "-Dstepwright.graph.format=html")
        .succeeds()
        .says("1 agent with 1 entry point written to");
    assertThat(project.text("target/stepwright/graph.html"))
        .startsWith("<!doctype html>")
        .contains("href=\"../../src/main/java/app/Doubler.java#L");

    project.build(GRAPH, "-Dstepwright.graph.format=png").fails().says("no graph format \"png\"");
    project
        .build(GRAPH, "-Dstepwright.graph.estimates=fast")
        .fails()
        .says("is not of the form model=400ms");
    project.build(GRAPH, "-Dstepwright.build.graph.skip").succeeds().doesNotSay("critical path");
  }
}
