package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Kotlin beside agents, as docs/neighbours.md shows it. */
class KotlinTest {

  private static final String STDLIB =
      Poms.dependency(
          "org.jetbrains.kotlin", "kotlin-stdlib", Environment.get("kotlin"), "compile");

  /** Uses the generated class. */
  private static final String CALLER =
      """
      package app

      import io.stepwright.runtime.AgentRuntime

      fun doubled(runtime: AgentRuntime): Int = WiredDoubler(runtime).run(21)
      """;

  private static final String AGENT =
      """
      package app

      import io.stepwright.Agent
      import io.stepwright.AgentStep
      import io.stepwright.EntryPoint

      @Agent
      abstract class Tripler {
        @EntryPoint("tripled")
        abstract fun run(number: Int): Int

        @AgentStep
        protected open fun tripled(number: Int): Int = 3 * number
      }
      """;

  private static final String SOURCES =
      "<sourceDirs><sourceDir>src/main/kotlin</sourceDir><sourceDir>src/main/java</sourceDir>"
          + "%s</sourceDirs>";

  private static final String COMPILE =
      """
      <execution>
        <id>compile</id>
        <phase>%s</phase>
        <goals><goal>compile</goal></goals>
        <configuration>%s</configuration>
      </execution>
      """;

  private static final String KAPT =
      """
      <execution>
        <id>kapt</id>
        <goals><goal>kapt</goal></goals>
        <configuration>
          %s
          <annotationProcessorPaths>
            <annotationProcessorPath>
              <groupId>io.stepwright</groupId>
              <artifactId>stepwright-processor</artifactId>
              <version>%s</version>
            </annotationProcessorPath>
          </annotationProcessorPaths>
        </configuration>
      </execution>
      """;

  /** javac compiles after Kotlin, as usual, and the extension adds the processor to it. */
  private static final String JAVAC_AFTER =
      """
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <executions>
          <execution><id>default-compile</id><phase>none</phase></execution>
          <execution>
            <id>java-compile</id>
            <phase>compile</phase>
            <goals><goal>compile</goal></goals>
            %s
          </execution>
        </executions>
      </plugin>
      """;

  @Test
  void callsAFactoryOfTheAgent() throws IOException {
    Project project =
        project("kotlin-factory", kotlin(COMPILE.formatted("compile", sources(""))), "")
            .file(
                "src/main/java/app/Doubler.java",
                Sources.DOUBLER.replace(
                    "public interface Doubler {",
                    """
                    public interface Doubler {
                      static Doubler on(io.stepwright.runtime.AgentRuntime runtime) {
                        return new WiredDoubler(runtime);
                      }
                    """))
            .file("src/main/kotlin/Caller.kt", CALLER.replace("WiredDoubler(", "Doubler.on("));

    project.build("process-classes").succeeds();

    assertThat(project.path("target/classes/app/CallerKt.class")).exists();
  }

  @Test
  void namesAGeneratedClassThatWasWrittenBefore() throws IOException {
    String generate =
        """
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId>
          <executions>
            <execution>
              <id>generate</id>
              <phase>generate-sources</phase>
              <goals><goal>compile</goal></goals>
              <configuration><proc>only</proc></configuration>
            </execution>
          </executions>
        </plugin>
        """;
    String folder = "<sourceDir>target/generated-sources/annotations</sourceDir>";
    Project project =
        project(
                "kotlin-generated",
                generate + kotlin(COMPILE.formatted("process-sources", sources(folder))),
                null)
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/kotlin/Caller.kt", CALLER);

    project.build("process-classes").succeeds();

    assertThat(project.path("target/classes/app/CallerKt.class")).exists();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
  }

  @Test
  void letsKaptGenerate() throws IOException {
    String kapt = KAPT.formatted(sources(""), Environment.get("version"));
    Project project =
        project(
                "kotlin-kapt",
                kotlin(kapt + COMPILE.formatted("compile", sources(""))),
                "<configuration><proc>none</proc></configuration>")
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/kotlin/Tripler.kt", AGENT)
            .file(
                "src/main/kotlin/Caller.kt",
                CALLER.replace("run(21)", "run(21) + WiredTripler(runtime).run(7)"));

    project.build("process-classes").succeeds();

    assertThat(project.path("target/classes/app/WiredTripler.class")).exists();

    // Without this, javac would generate the classes that kapt has generated already.
    project
        .file("pom.xml", project.text("pom.xml").replace("<proc>none</proc>", "<proc>full</proc>"))
        .build("clean", "process-classes")
        .fails()
        .says("[NameTaken]")
        .says("kapt");
  }

  @Test
  void isSaidToNeedKapt() throws IOException {
    Project project =
        project("kotlin-agent", kotlin(COMPILE.formatted("compile", sources(""))), "")
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/kotlin/Tripler.kt", AGENT);

    project
        .build("process-classes")
        .fails()
        .says(
            "No class was generated for app.Tripler (app.WiredTripler): it is not written in Java")
        .says("kapt")
        .doesNotSay("<extensions>true</extensions>");
  }

  /**
   * A project.
   *
   * @param javac the configuration of the compilation after Kotlin's; null leaves it as it is
   */
  private static Project project(String name, String kotlin, @Nullable String javac)
      throws IOException {
    return Project.named(name)
        .file(
            "pom.xml",
            Poms.jar(
                Poms.CORE + STDLIB,
                Poms.EXTENSION + kotlin + (javac == null ? "" : JAVAC_AFTER.formatted(javac))));
  }

  private static String sources(String more) {
    return SOURCES.formatted(more);
  }

  private static String kotlin(String executions) {
    return """
        <plugin>
          <groupId>org.jetbrains.kotlin</groupId>
          <artifactId>kotlin-maven-plugin</artifactId>
          <version>%s</version>
          <configuration><jvmTarget>17</jvmTarget></configuration>
          <executions>%s</executions>
        </plugin>
        """
        .formatted(Environment.get("kotlin"), executions);
  }
}
