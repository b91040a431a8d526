package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Builds of several modules, with the plugin in their parent. */
class SeveralModulesTest {

  private static final String PARENT =
      """
      <parent>
        <groupId>com.example</groupId>
        <artifactId>parent</artifactId>
        <version>1</version>
      </parent>
      """;

  private static final String MODULES =
      """
      <modules>
        <module>plain</module>
        <module>named</module>
        <module>agents</module>
        <module>more</module>
      </modules>
      """;

  private static final String AGENT =
      """
      package agents;

      import io.stepwright.Agent;
      import io.stepwright.AgentStep;
      import io.stepwright.EntryPoint;
      import io.stepwright.Model;
      import io.stepwright.Prompt;

      @Agent
      public interface Describer {
        @EntryPoint
        named.Fit run(plain.Thing thing);

        @AgentStep @Model("m") @Prompt("How does {{thing.title}} of {{thing.size}} fit?")
        named.Fit fit(plain.Thing thing);
      }
      """;

  @Test
  void eachGetsWhatItNeeds() throws IOException {
    Project project =
        Project.named("modules")
            .file("pom.xml", Poms.module("", "parent", "pom", "", "", Poms.EXTENSION, MODULES))
            .file("plain/pom.xml", module("plain", "", ""))
            .file(
                "plain/src/main/java/plain/Thing.java",
                "package plain; public record Thing(String title, int size) {}\n")
            .file(
                "named/pom.xml",
                module("named", "<maven.compiler.parameters>true</maven.compiler.parameters>", ""))
            .file(
                "named/src/main/java/named/Fit.java",
                "package named; public record Fit(boolean fits, String why) {}\n")
            .file("agents/pom.xml", module("agents", "", Poms.CORE + on("plain") + on("named")))
            .file("agents/src/main/java/agents/Describer.java", AGENT)
            .file("more/pom.xml", module("more", "", Poms.CORE))
            .file("more/src/main/java/app/Greeter.java", Sources.GREETER)
            .file("more/src/main/resources/greet.md", "Greet {{name}}.");

    Build build = project.build("-T2", "process-classes").succeeds();

    assertThat(build.lines())
        .filteredOn(line -> line.contains("compiles the agents of"))
        .singleElement()
        .asString()
        .endsWith("compiles the agents of agents, more");
    assertThat(
            project.text("agents/target/generated-sources/annotations/agents/WiredDescriber.java"))
        .contains("thing.title()", "\"fits\"", "\"why\"");
    assertThat(project.path("more/target/classes/app/WiredGreeter.class")).exists();
    assertThat(build.lines().stream().filter(line -> line.contains("stepwright")).toList())
        .as("our goals run in the modules that have agents, and nowhere else")
        .filteredOn(line -> line.contains(":check"))
        .hasSize(2);

    project.build("-T2", "process-classes").succeeds().doesNotSay("Recompiling");
    project.file("more/src/main/resources/greet.md", "Salute {{name}}.");
    project.build("-T2", "process-classes").succeeds().says("app.Greeter is compiled again");
    project.build("-pl", "more", "clean", "process-classes").succeeds();
    assertThat(project.path("more/target/classes/app/WiredGreeter.class")).exists();
  }

  private static String module(String name, String properties, String dependencies) {
    return Poms.module(PARENT, name, "jar", properties, dependencies, "", "");
  }

  private static String on(String module) {
    return Poms.dependency("com.example", module, "1", "compile");
  }
}
