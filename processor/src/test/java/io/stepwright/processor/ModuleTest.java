package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.Agent;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agents in modules: generated code uses only modules that the agent's module reads. Runs on javac
 * alone, because ecj's tool interface puts generated files into no module.
 */
class ModuleTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public interface Tiny {
        @EntryPoint String run(String text);
        @AgentStep default String step(String text) { return text; }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "requires java.compiler;"})
  void anAgentInAModuleCompiles(String more) throws Exception {
    Compiled compiled = compile(more);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.source("app/WiredTiny.java").contains("@Generated("))
        .isEqualTo(!more.isEmpty());
    assertThat(compiled.source("app/WiredTiny.java"))
        .containsOnlyOnce(
            more.isEmpty()
                ? "import io.stepwright.wiring.Generated;"
                : "@io.stepwright.wiring.Gen");
  }

  @Test
  void whatAnExportedAgentNamesOfOtherPackagesIsNotComplainedOf() throws Exception {
    Compiled compiled =
        compilation("requires java.compiler; exports app;")
            .source(
                "app/Tiny.java",
                AGENT
                    .replace("@Agent", "@SuppressWarnings(\"exports\") @Agent")
                    .replace("String text", "hidden.Type text")
                    .replace("return text;", "return text.text();"))
            .source("hidden/Type.java", "package hidden; public record Type(String text) {}")
            .option("-Xlint:all,-requires-automatic")
            .option("-Werror")
            .compile();
    assertThat(compiled.messages()).isEmpty();
  }

  private Compiled compile(String more) throws Exception {
    return compilation(more).source("app/Tiny.java", AGENT).compile();
  }

  private Compilation compilation(String more) throws Exception {
    return Compilation.with(TestCompiler.JAVAC)
        .source(
            "module-info.java", "module app { requires io.stepwright.core; %s }".formatted(more))
        .withoutClassPath()
        .option("--module-path")
        .option(coreJar().toString());
  }

  /** The runtime as a jar, since only a jar can be an automatic module. */
  private Path coreJar() throws IOException, URISyntaxException {
    Path core = Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("core.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "io.stepwright.core");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream files = new JarOutputStream(out, manifest)) {
      if (Files.isDirectory(core)) {
        copy(core, files);
      } else {
        try (FileSystem inside = FileSystems.newFileSystem(core)) {
          copy(inside.getPath("/"), files);
        }
      }
    }
    return jar;
  }

  private static void copy(Path root, JarOutputStream jar) throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(root)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : classes) {
      jar.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, jar);
    }
  }
}
