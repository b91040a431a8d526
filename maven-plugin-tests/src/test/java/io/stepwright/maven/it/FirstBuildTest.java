package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From an empty folder: a pom with two lines of ours, one annotated class, and {@code compile}. */
class FirstBuildTest {

  private static final String GENERATED =
      "target/generated-sources/annotations/app/WiredGreeter.java";

  static Stream<Path> mavens() throws IOException {
    return Stream.concat(Stream.of(Environment.maven()), Environment.otherMavens().stream());
  }

  @ParameterizedTest
  @MethodSource("mavens")
  void generatesAndNoticesAnotherPrompt(Path maven) throws IOException {
    Project project =
        Project.named("first-" + maven.getFileName())
            .with(maven)
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/resources/greet.md", "Greet {{name}}.\n");

    Build first = project.build("compile").succeeds();

    first.says("Stepwright %s compiles the agents of app".formatted(Environment.get("version")));
    assertThat(project.text(GENERATED)).contains("Greet ");
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();

    project.build("compile").succeeds().says("Nothing to compile").doesNotSay("compiled anew");

    project.file("src/main/resources/greet.md", "Salute {{name}}.\n");
    project.build("compile").succeeds().says("app.Greeter is compiled anew: greet.md was changed.");
    assertThat(project.text(GENERATED)).contains("Salute ").doesNotContain("Greet {{");
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();

    project.build("compile").succeeds().says("Nothing to compile");
  }

  /**
   * What the README says to put into a pom, with the whole runtime, and later without a network.
   */
  @Test
  void readmeCompiles() throws IOException {
    String readme = Files.readString(Path.of(Environment.get("root"), "README.md"));
    int start = readme.indexOf("<dependencies>");
    String quoted = readme.substring(start, readme.indexOf("```", start));
    Project project =
        Project.named("readme")
            .file(
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>app</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                  </properties>
                  %s
                </project>
                """
                    .formatted(quoted))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file(
                "src/main/java/app/Main.java",
                """
                package app;

                import io.stepwright.runtime.AgentRuntime;

                class Main {
                  String greet() {
                    return new WiredGreeter(AgentRuntime.fromEnvironment()).run("Ada");
                  }
                }
                """)
            .file("src/main/resources/greet.md", "Greet {{name}}.\n");

    project.build("clean", "compile").succeeds();

    assertThat(project.path("target/classes/app/Main.class")).exists();
    project.build("-o", "compile").succeeds().says("Nothing to compile");
    project.build("-o", "clean", "compile").succeeds();
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();
  }

  /** Nothing of a build goes into its jar: neither folders nor times. */
  @Test
  void packagesTheSameJarTwice() throws IOException {
    List<byte[]> jars = new ArrayList<>();
    for (String name : List.of("same-here", "same/and/there")) {
      Project project =
          Project.named(name)
              .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
              .file("src/main/java/app/Greeter.java", Sources.GREETER)
              .file("src/main/resources/greet.md", "Greet {{name}}.\n");
      if (!jars.isEmpty()) {
        // Not at once, but after another prompt.
        project
            .file("src/main/resources/greet.md", "Salute {{name}}.\n")
            .build("compile")
            .succeeds();
        project.file("src/main/resources/greet.md", "Greet {{name}}.\n");
      }
      project.build("package").succeeds();
      jars.add(Files.readAllBytes(project.path("target/app-1.jar")));
    }
    assertThat(jars.get(0)).isEqualTo(jars.get(1));
  }
}
