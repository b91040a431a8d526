package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Linters that are compiler plugins or processors report nothing in generated code. */
class LintersTest {

  private static final String CHECKER = "4.4.0";

  private static final String JSPECIFY =
      Poms.dependency("org.jspecify", "jspecify", "1.0.0", "compile");

  private static final List<String> GOLDEN =
      List.of("Answers", "Onboarding", "Refunds", "Support", "Welcome");

  /** Has nullable types at every place of a signature. */
  private static final String NULLABLE =
      """
      package app;

      import io.stepwright.*;
      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.CompletableFuture;
      import org.jspecify.annotations.Nullable;

      @Agent
      @SuppressWarnings("stepwright:NullableIgnored")
      public interface Nulls {
        @SuppressWarnings("stepwright:NullableIgnored")
        record Page(@Nullable String title, List<String> lines) {}

        record Both(@Nullable String none, String asked) {}

        @EntryPoint("none") @Nullable String run(@Nullable String in);

        @EntryPoint("plain") String strict(@Nullable String in);

        @EntryPoint Both both(@Nullable String in);

        @EntryPoint("none") CompletableFuture<@Nullable String> later(@Nullable String in);

        @AgentStep default @Nullable String none(@Nullable String in) { return in; }

        @AgentStep default String plain(String in) { return in; }

        @AgentStep @Model("m") @Prompt("{{in}}") String asked(@Nullable String in);

        @EntryPoint("found") List<String> find(@Nullable String in);

        @AgentStep @Regex("x") List<String> found(@Nullable String in);

        @EntryPoint("page") Page pageRun(String text, @Nullable Page old);

        @AgentStep @Model("m") @Cached @Prompt("{{text}} {{old.title}} {{old}}")
        Page page(String text, Page old);

        @EntryPoint("each") List<String> eachRun(List<@Nullable String> items);

        @AgentStep("each") default String one(@Each("items") @Nullable String item) {
          return "" + item;
        }

        @EntryPoint("late") String lateRun(@Nullable String in);

        @AgentStep default CompletableFuture<@Nullable String> late(@Nullable String in) {
          return CompletableFuture.completedFuture(in);
        }

        @EntryPoint("choice") String choose(@Nullable String in, boolean flag);

        @AgentStep("choice") @When("flag") default @Nullable String yes(@Nullable String in) {
          return in;
        }

        @AgentStep("choice") @When("!flag") default @Nullable String no(@Nullable String in) {
          return in;
        }

        @EntryPoint("second") Optional<String> chain(@Nullable String in, boolean flag);

        @AgentStep default @Nullable String first(@Nullable String in) { return in; }

        @AgentStep @When("flag") default @Nullable String second(@Nullable String first) {
          return first;
        }
      }
      """;

  /**
   * Runs Error Prone with its defaults, and NullAway as an error, as is usual, in both of its
   * modes.
   */
  @Test
  void errorProneAndNullAwayAreSilent() throws IOException {
    boolean newest = Environment.jdk() >= 21;
    String paths =
        Poms.processorPath(
            "com.google.errorprone:error_prone_core:"
                + (newest ? Environment.get("errorprone") : "2.42.0"),
            "com.uber.nullaway:nullaway:" + (newest ? Environment.get("nullaway") : "0.12.10"));
    String packages = "-XepOpt:NullAway:AnnotatedPackages=app";
    String jSpecify = "-XepOpt:NullAway:OnlyNullMarked=true -XepOpt:NullAway:JSpecifyMode=true";
    // The last version for JDK 17 does not infer nullness of type arguments.
    for (String mode : newest ? List.of(packages, jSpecify) : List.of(packages)) {
      Build build =
          project(
                  "error-prone",
                  JSPECIFY,
                  paths,
                  "-XDcompilePolicy=simple",
                  "--should-stop=ifError=FLOW",
                  "-XDaddTypeAnnotationsToSymbol=true",
                  "-Xplugin:ErrorProne -Xep:NullAway:ERROR " + mode)
              .build("process-classes");

      saysNothingOfGeneratedCode(build);
    }
  }

  @Test
  void checkerFrameworkIsSilent() throws IOException {
    String paths =
        Poms.processorPath("org.checkerframework:checker:" + CHECKER)
            + "<annotationProcessors><annotationProcessor>"
            + "org.checkerframework.checker.nullness.NullnessChecker"
            + "</annotationProcessor></annotationProcessors>";

    Build build =
        project(
                "checker",
                JSPECIFY
                    + Poms.dependency("org.checkerframework", "checker-qual", CHECKER, "compile"),
                paths)
            .build("process-classes");

    saysNothingOfGeneratedCode(build);
  }

  /** PMD reads sources, and treats generated ones as the user's unless they are excluded. */
  @Test
  void pmdLeavesOutWhatItIsTold() throws IOException {
    String pmd =
        """
        <plugin>
          <artifactId>maven-pmd-plugin</artifactId>
          <version>3.28.0</version>
          <configuration>
            %s
            <failOnViolation>false</failOnViolation>
            <rulesets><ruleset>/category/java/codestyle.xml</ruleset></rulesets>
          </configuration>
          <executions><execution><goals><goal>check</goal></goals></execution></executions>
        </plugin>
        """;
    String excluded =
        "<excludeRoots><excludeRoot>target/generated-sources/annotations</excludeRoot></excludeRoots>";
    Project project =
        Project.named("pmd")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + pmd.formatted("")))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);
    project.build("verify").succeeds();
    assertThat(project.text("target/pmd.xml")).contains("WiredDoubler.java");

    project
        .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION + pmd.formatted(excluded)))
        .build("clean", "verify")
        .succeeds();

    assertThat(project.text("target/pmd.xml")).contains("Doubler.java").doesNotContain("Wired");
  }

  private static void saysNothingOfGeneratedCode(Build build) {
    build.succeeds();
    assertThat(build.lines()).noneMatch(line -> line.contains("Wired"));
  }

  private static Project project(
      String name, String dependencies, String paths, String... arguments) throws IOException {
    String opened =
        Stream.of("api", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(
                    each ->
                        "-J--add-exports=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED"
                            .formatted(each))
                .collect(Collectors.joining("</arg><arg>", "<arg>", "</arg>"))
            + Stream.of("code", "comp")
                .map(
                    each ->
                        "-J--add-opens=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED"
                            .formatted(each))
                .collect(Collectors.joining("</arg><arg>", "<arg>", "</arg>"));
    String own =
        arguments.length == 0
            ? ""
            : Stream.of(arguments).collect(Collectors.joining("</arg><arg>", "<arg>", "</arg>"));
    Project project =
        Project.named(name)
            .file(
                "pom.xml",
                Poms.jar(
                    Poms.CORE + dependencies,
                    Poms.EXTENSION
                        + Poms.compiler(
                            "<fork>true</fork><showWarnings>true</showWarnings><compilerArgs>"
                                + opened
                                + own
                                + "</compilerArgs>"
                                + paths)))
            .file(
                "src/main/java/app/package-info.java",
                "@org.jspecify.annotations.NullMarked\npackage app;\n")
            .file("src/main/java/app/Nulls.java", NULLABLE);
    Path golden =
        Path.of(Environment.get("root"), "processor/src/test/resources/golden").normalize();
    for (String agent : GOLDEN) {
      project.file(
          "src/main/java/app/" + agent + ".java",
          Files.readString(golden.resolve(agent + ".java")));
    }
    try (Stream<Path> files = Files.walk(golden.resolve("resources"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        project.file(
            "src/main/resources/" + golden.resolve("resources").relativize(file),
            Files.readString(file));
      }
    }
    return project;
  }
}
