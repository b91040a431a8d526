package io.stepwright.maven.it;

import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.JavaProgram;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Builds a shaded jar as docs/neighbours.md shows. */
class ShadeTest {

  private static final String DEPENDENCIES =
      Poms.CORE
          + part("micrometer")
          + part("opentelemetry")
          + part("slf4j")
          // Routes the JDK's loggers to SLF4J, which needs a provider to write anything.
          + Poms.dependency("org.slf4j", "slf4j-simple", Environment.get("slf4j"), "compile");

  private static final String MAIN =
      """
      package app;

      import io.stepwright.runtime.AgentRuntime;

      public class Main {
        public static void main(String[] args) {
          try (AgentRuntime runtime = AgentRuntime.builder().build()) {
            System.out.println("doubled " + new WiredDoubler(runtime).run(21));
          }
        }
      }
      """;

  private static final String JOINED =
      """
      <transformers>
        <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>
      </transformers>
      """;

  private static final String SMALL =
      """
      <minimizeJar>true</minimizeJar>
      <filters>
        <filter>
          <artifact>com.github.ben-manes.caffeine:caffeine</artifact>
          <includes><include>**</include></includes>
        </filter>
      </filters>
      """;

  @Test
  void saysWhichPartsAreLostWithoutTheTransformer() throws IOException {
    JavaProgram.run("-cp", shaded("shaded-lost", ""), "app.Main")
        .succeeds()
        .says("doubled 42")
        .says("it has no effect")
        .says("ServicesResourceTransformer");
  }

  @Test
  void keepsAllPartsWithIt() throws IOException {
    JavaProgram.run("-cp", shaded("shaded", JOINED), "app.Main")
        .succeeds()
        .says("doubled 42")
        .doesNotSay("it has no effect");
  }

  @Test
  void runsWhenItIsMinimized() throws IOException {
    JavaProgram.run("-cp", shaded("shaded-small", JOINED + SMALL), "app.Main")
        .succeeds()
        .says("doubled 42")
        .doesNotSay("it has no effect");
  }

  private static String shaded(String name, String configuration) throws IOException {
    Project project =
        Project.named(name)
            .file(
                "pom.xml",
                Poms.jar(
                    DEPENDENCIES,
                    Poms.EXTENSION
                        + """
                        <plugin>
                          <artifactId>maven-shade-plugin</artifactId>
                          <version>3.6.2</version>
                          <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                          <configuration>%s</configuration>
                        </plugin>
                        """
                            .formatted(configuration)))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/java/app/Main.java", MAIN);
    project.build("package").succeeds();
    return project.path("target/app-1.jar").toString();
  }

  private static String part(String name) {
    return Poms.dependency(
        "io.stepwright", "stepwright-" + name, Environment.get("version"), "compile");
  }
}
