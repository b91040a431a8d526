package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.JavaProgram;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java runtimes made by jlink, with the modules that docs/neighbours.md names. */
class JlinkTest {

  private static final String MAIN =
      """
      package app;

      import io.stepwright.runtime.AgentRuntime;

      public class Main {
        public static void main(String[] args) {
          // Nobody listens there: the error shows how far a call has come.
          System.setProperty("stepwright.providers.openai.base-url", "http://127.0.0.1:1/v1");
          System.setProperty("stepwright.providers.openai.api-key", "none");
          try (AgentRuntime runtime = AgentRuntime.fromEnvironment()) {
            System.out.println("doubled " + new WiredDoubler(runtime).run(21));
            new WiredGreeter(runtime).run("Ada");
          } catch (RuntimeException e) {
            System.out.println(e);
          }
        }
      }
      """;

  @Test
  void aRuntimeSaysWhatItLacks() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    assumeTrue(Files.isDirectory(home.resolve("jmods")), "this JDK has no modules to link");
    Project project =
        Project.named("jlink")
            .file(
                "pom.xml",
                Poms.jar(
                    Poms.CORE
                        + Poms.dependency(
                            "io.stepwright",
                            "stepwright-openai",
                            Environment.get("version"),
                            "compile"),
                    Poms.EXTENSION
                        + """
                        <plugin>
                          <artifactId>maven-dependency-plugin</artifactId>
                          <version>3.11.0</version>
                          <executions>
                            <execution>
                              <phase>package</phase>
                              <goals><goal>copy-dependencies</goal></goals>
                            </execution>
                          </executions>
                        </plugin>
                        """))
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER)
            .file("src/main/java/app/Greeter.java", Sources.GREETER)
            .file("src/main/java/app/Main.java", MAIN)
            .file("src/main/resources/greet.md", "Greet {{name}}.");
    project.build("package").succeeds();

    run(project, "java.base")
        .says("doubled 42")
        .says("AgentConfigurationException")
        .says("lacks the module java.net.http")
        .doesNotSay("NoClassDefFoundError");
    run(project, "java.base,java.net.http,java.logging")
        .says("doubled 42")
        .says("ModelCallException")
        .doesNotSay("NoClassDefFoundError");
  }

  /** The module name does not depend on the name of the jar file. */
  @Test
  void allPartsHaveModuleNames() throws IOException {
    for (String jar : new String[] {"core/stepwright-core", "bundle/stepwright-runtime"}) {
      Path file =
          Path.of(Environment.get("root"), "runtime")
              .resolve(jar.replace("/", "/target/") + "-" + Environment.get("version") + ".jar");
      try (JarFile open = new JarFile(file.toFile())) {
        assertThat(open.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
            .startsWith("io.stepwright.");
      }
    }
  }

  private static Build run(Project project, String modules) throws IOException {
    Path image = project.path("target/image-" + modules.length());
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(System.out, System.err, "--add-modules", modules, "--output", image.toString());
    assertThat(code).isZero();
    String jars;
    try (Stream<Path> files = Files.list(project.path("target/dependency"))) {
      jars = files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    return JavaProgram.run(
        image, "-cp", project.path("target/classes") + File.pathSeparator + jars, "app.Main");
  }
}
