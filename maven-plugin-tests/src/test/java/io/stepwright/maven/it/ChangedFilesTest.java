package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

/**
 * Changes of prompts and templates alone, in builds that would otherwise have nothing to compile.
 */
class ChangedFilesTest {

  private static final String GREETER =
      "target/generated-sources/annotations/app/WiredGreeter.java";
  private static final String LETTERS =
      "target/generated-sources/annotations/app/WiredLetters.java";

  @Test
  void templatesAreChangedAddedAndRemoved() throws IOException {
    Project project =
        Project.named("templates")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Letters.java", Sources.LETTERS)
            .file("src/main/resources/letters/GLAD.txt", "Hooray, {{name}}!")
            .file("src/main/resources/letters/default.txt", "Well, {{name}}.")
            .file("src/main/resources/application.properties", "port=1");
    project.build("compile").succeeds();
    FileTime compiled = Files.getLastModifiedTime(project.path("target/classes/app/Letters.class"));

    // Files that no agent names are ignored.
    project.file("src/main/resources/application.properties", "port=2");
    project.file("src/main/resources/letters/notes.md", "to do");
    project.build("compile").succeeds().says("Nothing to compile");
    assertThat(Files.getLastModifiedTime(project.path("target/classes/app/Letters.class")))
        .isEqualTo(compiled);

    project.file("src/main/resources/letters/GLAD.txt", "Congratulations, {{name}}!");
    project.build("compile").succeeds().says("letters/GLAD.txt was changed");
    assertThat(project.text(LETTERS)).contains("Congratulations").doesNotContain("Hooray");

    project.file("src/main/resources/letters/SAD.txt", "Sorry, {{name}}.");
    project.build("compile").succeeds().says("letters/SAD.txt was added");
    assertThat(project.text(LETTERS)).contains("Sorry");

    project.delete("src/main/resources/letters/SAD.txt");
    project.build("compile").succeeds().says("letters/SAD.txt was removed");
    assertThat(project.text(LETTERS)).contains("Well, ").doesNotContain("Sorry");

    // The copy of the removed file is removed as well, so an incremental build fails like a clean
    // one.
    project.delete("src/main/resources/letters/default.txt");
    project.build("compile").fails().says("[MissingResource]");
    project.build("compile").fails().says("[MissingResource]");

    project.file("src/main/resources/letters/SAD.txt", "Oh, {{name}}.");
    project.build("compile").succeeds();
    assertThat(project.text(LETTERS)).contains("Oh, ");
    project.build("compile").succeeds().says("Nothing to compile");
  }

  /** For a file that Maven filters, the filtered content is compared. */
  @Test
  void filteredPromptsAreComparedAfterFiltering() throws IOException {
    String resources =
        "<resources><resource><directory>src/main/resources</directory>"
            + "<filtering>true</filtering></resource></resources>";
    String pom = Poms.jar(Poms.CORE, Poms.EXTENSION);
    Project project =
        Project.named("filtered")
            .file("pom.xml", pom.replace("<build>", "<build>" + resources))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/resources/greet.md", "Version ${project.version} greets {{name}}.");
    project.build("compile").succeeds();
    assertThat(project.text(GREETER)).contains("Version 1 greets");
    project.build("compile").succeeds().says("Nothing to compile");

    project.file("src/main/resources/greet.md", "Release ${project.version} greets {{name}}.");
    project.build("compile").succeeds().says("greet.md was changed");
    assertThat(project.text(GREETER)).contains("Release 1 greets");
  }

  /** Compiles only the agent itself, which is enough for its prompt. */
  @Test
  void worksWithoutIncrementalCompilation() throws IOException {
    String setting = "<useIncrementalCompilation>false</useIncrementalCompilation>";
    Project project =
        Project.named("not-incremental")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + Poms.compiler(setting)))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    project.build("compile").succeeds().says("useIncrementalCompilation=false makes");

    project.file("src/main/resources/greet.md", "Salute {{name}}.");
    project.build("compile").succeeds().says("greet.md was changed");
    assertThat(project.text(GREETER)).contains("Salute ");
    assertThat(project.path("target/classes/app/WiredGreeter.class")).exists();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
  }

  /**
   * The generated class of a deleted agent would otherwise be packaged, and other code could still
   * find it.
   */
  @Test
  void nothingIsLeftOfAgentsThatAreGone() throws IOException {
    String setting = "<useIncrementalCompilation>false</useIncrementalCompilation>";
    Project project =
        Project.named("gone")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + Poms.compiler(setting)))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    project.build("process-classes").succeeds();

    project.delete("src/main/java/app/Greeter.java");
    project.build("process-classes").succeeds().says("app.Greeter is gone");
    assertThat(project.path("target/classes/app/Greeter.class")).doesNotExist();
    assertThat(project.path("target/classes/app/WiredGreeter.class")).doesNotExist();
    assertThat(project.path("target/classes/META-INF/stepwright/app.Greeter.json")).doesNotExist();
    assertThat(project.path(GREETER)).doesNotExist();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();

    project.file("src/main/java/app/Doubler.java", "package app; interface Doubler {}");
    project
        .build("process-classes")
        .fails()
        .says("app.Doubler is no longer an agent, but its generated class app.WiredDoubler");
    project.build("process-classes").succeeds();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).doesNotExist();
  }

  /** The same for a compiler plugin that compiles everything again. */
  @Test
  void nothingIsLeftOfRenamedAgents() throws IOException {
    Project project =
        Project.named("renamed")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    project.build("process-classes").succeeds();

    project
        .delete("src/main/java/app/Greeter.java")
        .file(
            "src/main/java/app/Welcomer.java",
            Sources.GREETER.replace("interface Greeter", "interface Welcomer"));
    project.build("process-classes").succeeds();
    assertThat(project.path("target/classes/app/WiredGreeter.class")).doesNotExist();
    assertThat(project.path("target/classes/META-INF/stepwright/app.Greeter.json")).doesNotExist();
    assertThat(project.path(GREETER)).doesNotExist();
    assertThat(project.path("target/classes/app/WiredWelcomer.class")).exists();
  }

  /** Agents in tests, whose compiler has the processor as the documentation says. */
  @Test
  void promptsOfTestsAreWatched() throws IOException {
    String processor = "io.stepwright:stepwright-processor:" + Environment.get("version");
    String compiler =
        """
        <plugin><artifactId>maven-compiler-plugin</artifactId><executions><execution>
          <id>default-testCompile</id><configuration>%s</configuration>
        </execution></executions></plugin>
        """
            .formatted(Poms.processorPath(processor));
    Project project =
        Project.named("in-tests")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + compiler))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/test/java/app/Greeter.java", Sources.GREETER)
            .file("src/test/resources/greet.md", "Greet {{name}}.");
    String generated = "target/generated-test-sources/test-annotations/app/WiredGreeter.java";
    project.build("test-compile").succeeds();
    assertThat(project.text(generated)).contains("Greet ");
    project.build("test-compile").succeeds().doesNotSay("compiled again");

    project.file("src/test/resources/greet.md", "Salute {{name}}.");
    project.build("test-compile").succeeds().says("app.Greeter is compiled again");
    assertThat(project.text(generated)).contains("Salute ");
    assertThat(project.path("target/test-classes/app/WiredGreeter.class")).exists();

    // The prompt may be a main resource, which tests see too.
    project.delete("src/test/resources/greet.md");
    project.file("src/main/resources/greet.md", "Hail {{name}}.");
    project.build("clean", "test-compile").succeeds();
    project.file("src/main/resources/greet.md", "Hello {{name}}.");
    project.build("test-compile").succeeds().says("app.Greeter is compiled again");
    assertThat(project.text(generated)).contains("Hello ");
  }

  @Test
  void turnedOffGoalsDoNothing() throws IOException {
    Project project =
        Project.named("not-refreshed")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    project.build("compile").succeeds();
    project.file("src/main/resources/greet.md", "Salute {{name}}.");

    project
        .build("compile", "-Dstepwright.build.refresh.skip")
        .succeeds()
        .says("Nothing to compile")
        .doesNotSay("compiled again");
  }
}
