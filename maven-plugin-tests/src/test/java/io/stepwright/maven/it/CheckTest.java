package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Builds that would leave agents without their generated classes. */
class CheckTest {

  private static final String PROCESSOR =
      "io.stepwright:stepwright-processor:" + Environment.get("version");

  private static final String GOALS =
      Poms.plugin(
          "<executions><execution><goals><goal>refresh</goal><goal>check</goal></goals>"
              + "</execution></executions>");

  @Test
  void failsWithWhatToPaste() throws IOException {
    Project project =
        Project.named("unwired")
            .file("pom.xml", Poms.jar(Poms.CORE, GOALS))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    Build build = project.build("compile");
    build.succeeds(); // No check before the classes exist.

    project
        .build("process-classes")
        .fails()
        .says("No class was generated for app.Doubler (app.WiredDoubler)")
        .says("        <artifactId>stepwright-processor</artifactId>")
        .says("    <extensions>true</extensions>");
    project.build("process-classes", "-Dstepwright.build.check.skip").succeeds();
    project.build("process-classes", "-Dstepwright.build.skip").succeeds();

    // Applies the printed snippet.
    project.file(
        "pom.xml", Poms.jar(Poms.CORE, GOALS + Poms.compiler(Poms.processorPath(PROCESSOR))));
    project.build("clean", "process-classes").succeeds();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
  }

  /** A processor path in the pom that lists Stepwright's processor is not changed. */
  @Test
  void addsNothingThatIsThere() throws IOException {
    Project project =
        Project.named("listed")
            .file(
                "pom.xml",
                Poms.jar(Poms.CORE, Poms.EXTENSION + Poms.compiler(Poms.processorPath(PROCESSOR))))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    Build build = project.build("-X", "process-classes").succeeds();

    assertThat(build.text().split("<artifactId>stepwright-processor</artifactId>", -1))
        .as("the effective configuration names it once for each of the places where the pom does")
        .hasSizeLessThanOrEqualTo(3);
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
  }

  @Test
  void respectsThatNothingIsProcessed() throws IOException {
    Project project =
        Project.named("proc-none")
            .file(
                "pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + Poms.compiler("<proc>none</proc>")))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    project
        .build("process-classes")
        .fails()
        .says("Stepwright generates nothing in app: annotation processing is switched off")
        .says("look for <proc>none</proc>");
  }

  /** This version knows neither processor paths nor releases. */
  @Test
  void saysThatAnOldCompilerPluginCannot() throws IOException {
    saysThatItIsTooOld(
        "3.3",
        "<maven.compiler.source>17</maven.compiler.source>"
            + "<maven.compiler.target>17</maven.compiler.target>");
  }

  /** This version ignores the path if there is a release, and no source level. */
  @Test
  void saysThatACompilerPluginForgets() throws IOException {
    saysThatItIsTooOld("3.7.0", "");
  }

  private static void saysThatItIsTooOld(String version, String properties) throws IOException {
    String old =
        "<plugin><artifactId>maven-compiler-plugin</artifactId><version>%s</version></plugin>"
            .formatted(version);
    Project project =
        Project.named("old-compiler-" + version)
            .file("pom.xml", Poms.jar(properties, Poms.CORE, Poms.EXTENSION + old))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    project
        .build("process-classes")
        .fails()
        .says("maven-compiler-plugin %s ignores processor paths.".formatted(version))
        .says("Set its version in the pom to 3.8.0 or later")
        .says("No class was generated for app.Doubler");
  }

  /**
   * The compiler's own message is about records or text blocks, and does not name the line to add.
   */
  @Test
  void saysThatTheJavaVersionIsTooLow() throws IOException {
    String line = "<maven.compiler.release>17</maven.compiler.release>";
    String pom = Poms.jar(Poms.CORE, Poms.EXTENSION);
    Project project =
        Project.named("too-low").file("src/main/java/app/Doubler.java", Sources.DOUBLER);
    for (String lower :
        List.of(
            "",
            "<maven.compiler.release>11</maven.compiler.release>",
            "<maven.compiler.source>1.8</maven.compiler.source>"
                + "<maven.compiler.target>1.8</maven.compiler.target>")) {
      project.file("pom.xml", pom.replace(line, lower));
      String version = lower.contains("11") ? "11" : "8";
      project
          .build("compile")
          .says("maven-compiler-plugin compiles for Java " + version + ", but agents")
          .says(line);
    }
    project.file("pom.xml", pom);
    project.build("compile").succeeds().doesNotSay("compiles for Java");
  }

  @Test
  void theExtensionCanBeTurnedOff() throws IOException {
    Project project =
        Project.named("turned-off")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    project
        .build("process-classes", "-Dstepwright.build.skip=true")
        .succeeds()
        .doesNotSay("compiles the agents");
    assertThat(project.path("target/classes/app/Doubler.class")).exists();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).doesNotExist();
  }

  /**
   * The error in an agent is reported as a compile error, at its line, once, and as the only one.
   */
  @Test
  void brokenAgentsAreReadable() throws IOException {
    Project project =
        Project.named("broken")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file(
                "src/main/java/app/Greeter.java",
                Sources.GREETER.replace("greeting(String name)", "greeting(String nme)"))
            .file(
                "src/main/java/app/Use.java",
                "package app; class Use { Class<?> type = WiredGreeter.class; }\n")
            .file("src/main/resources/greet.md", "Greet {{nme}}.");

    Build build = project.build("compile").fails();

    String prefix = "[ERROR] " + project.path("src/main/java/app/Greeter.java") + ":[15,26] ";
    assertThat(build.lines())
        .filteredOn(line -> line.startsWith(prefix))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith(prefix + "[UnknownInput] Parameter 'nme' of step 'greeting'")
                    .contains("Did you mean 'name'?"));
    build.doesNotSay("cannot find symbol");
  }

  @Test
  void goalsExplainThemselves() throws IOException {
    String goal = "io.stepwright:stepwright-maven-plugin:%s:help";
    Project.named("help")
        .file("pom.xml", Poms.jar("", ""))
        .build(goal.formatted(Environment.get("version")), "-Ddetail")
        .succeeds()
        .says("stepwright:check")
        .says("stepwright:refresh")
        .says("User property: stepwright.build.check.skip");
  }
}
