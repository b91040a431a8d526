package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.OneAnswer;
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

/**
 * Starts from an empty folder: a pom with two entries for Stepwright, one annotated class, and
 * {@code compile}.
 */
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

    project.build("compile").succeeds().says("Nothing to compile").doesNotSay("compiled again");

    project.file("src/main/resources/greet.md", "Salute {{name}}.\n");
    project
        .build("compile")
        .succeeds()
        .says("app.Greeter is compiled again: greet.md was changed.");
    assertThat(project.text(GENERATED)).contains("Salute ").doesNotContain("Greet {{");
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();

    project.build("compile").succeeds().says("Nothing to compile");
  }

  /**
   * The Maven that runs this build, and the newest; tests above cover the differences of others.
   */
  static Stream<Path> readersMavens() throws IOException {
    List<Path> others = Environment.otherMavens();
    return Stream.of(Environment.maven(), others.get(others.size() - 1));
  }

  /**
   * Builds the files and runs the commands that README shows, unchanged, with a model of this test;
   * then again without a network.
   */
  @ParameterizedTest
  @MethodSource("readersMavens")
  void readmeCompilesAndRuns(Path maven) throws IOException {
    String readme = Files.readString(Path.of(Environment.get("root"), "README.md"));
    Project project =
        Project.named("readme-" + maven.getFileName())
            .with(maven)
            .file("pom.xml", quoted(readme, "`pom.xml`:"))
            .file("src/main/java/app/Greeter.java", quoted(readme, "app/Greeter.java`:"))
            .file("src/main/java/app/Main.java", quoted(readme, "app/Main.java`:"));
    List<String> commands = quoted(readme, "name:\n\n```sh").lines().toList();
    assertThat(commands).hasSize(2).allMatch(command -> command.startsWith("mvn "));

    project.build(arguments(commands.get(0))).succeeds();
    try (OneAnswer model = new OneAnswer("Hello Ada, welcome!")) {
      project
          .build(arguments(commands.get(1), model.options()))
          .succeeds()
          .says("Greeting[text=Hello Ada, welcome!, words=3]");
    }
    // Downloads the plugin for clean.
    project.build("clean", "compile").succeeds();
    project.build("-o", "compile").succeeds().says("Nothing to compile");
    project.build("-o", "clean", "compile").succeeds();
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();
  }

  /** Returns the block of code that follows a text. */
  private static String quoted(String readme, String after) {
    int mark = readme.indexOf(after);
    assertThat(mark).as(after).isPositive();
    int fence = readme.indexOf("```", mark);
    int start = readme.indexOf('\n', fence) + 1;
    return readme.substring(start, readme.indexOf("```", start));
  }

  private static String[] arguments(String command, String... more) {
    Stream<String> words = Stream.of(command.split(" ")).skip(1);
    return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
  }

  /** A jar contains nothing that depends on the build, such as folders or times. */
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
        // Builds first with another prompt, then with the same one again.
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
