package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Project;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Runs javac with the options that Gradle's Java plugin passes, among them an empty source path and
 * a class folder that no resources are copied to. Gradle itself does not run.
 */
class GradleOptionsTest {

  @Test
  void compilesWithTheFolderThatTheDocumentationNames() throws IOException {
    Project project =
        Project.named("gradle")
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    for (String output : List.of("classes", "generated", "headers")) {
      Files.createDirectories(project.path("build/" + output));
    }

    assertThat(compile(project)).contains("[MissingResource]").contains("-Astepwright.resources");

    String option = "-Astepwright.resources=" + project.path("src/main/resources");
    assertThat(compile(project, option)).isEmpty();
    assertThat(project.text("build/generated/app/WiredGreeter.java")).contains("Greet ");
    assertThat(project.path("build/classes/app/WiredGreeter.class")).exists();
    assertThat(project.path("build/classes/META-INF/stepwright/app.Greeter.json")).exists();
  }

  /** Without this file Gradle would compile everything again for every change. */
  @Test
  void theProcessorSaysHowItMayBeRunIncrementally() throws IOException {
    try (ZipFile jar = new ZipFile(jar("processor", "stepwright-processor").toFile());
        InputStream in =
            jar.getInputStream(jar.getEntry("META-INF/gradle/incremental.annotation.processors"))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo("io.stepwright.processor.StepwrightProcessor,aggregating");
    }
  }

  /** Returns the output of the compiler. */
  private static String compile(Project project, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-d",
                project.path("build/classes").toString(),
                "-encoding",
                "UTF-8",
                "-h",
                project.path("build/headers").toString(),
                "-g",
                "-sourcepath",
                "",
                "-processorpath",
                jar("processor", "stepwright-processor").toString(),
                "-s",
                project.path("build/generated").toString(),
                "-XDuseUnsharedTable=true",
                "-classpath",
                jar("runtime/core", "stepwright-core")
                    + File.pathSeparator
                    + System.getProperty("java.class.path")));
    arguments.addAll(List.of(options));
    arguments.add(project.path("src/main/java/app/Greeter.java").toString());
    ToolProvider.getSystemJavaCompiler().run(null, out, out, arguments.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Path jar(String module, String artifact) {
    return Path.of(Environment.get("root"), module, "target")
        .resolve(artifact + "-" + Environment.get("version") + ".jar");
  }
}
