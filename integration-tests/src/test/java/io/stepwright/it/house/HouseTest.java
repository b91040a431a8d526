package io.stepwright.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps all modules readable: small files, packages and cycles, and hidden internals. */
class HouseTest {

  private static final int MOST_LINES = 400;
  private static final int MOST_TYPES = 45;
  private static final int MOST_IN_A_CYCLE = 12;

  /** Packages of core, cache and client that neither applications nor generated classes use. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\bio\\.stepwright\\.(engine|event|background|call|answer|config|figure|recording|cache(?=\\.[a-z])|openai(?=\\.(?:client|reply|request)\\.))((?:\\.[a-z]+)*)\\.[A-Z]");

  /** Modules of this repository that use some internal packages. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "runtime/cache",
              Set.of(
                  "answer",
                  "cache.guard",
                  "cache.guard.number",
                  "cache.guard.word",
                  "cache.memory",
                  "cache.step",
                  "cache.text"),
          "runtime/openai", Set.of("background", "openai.client", "openai.reply", "openai.request"),
          "runtime/openai-java", Set.of("background", "openai.client", "openai.request"),
          "runtime/minilm", Set.of("background"),
          "runtime/redis", Set.of("background"),
          "runtime/mcp", Set.of("background", "config"),
          "processor", Set.of("config"),
          "benchmarks",
              Set.of("answer", "background", "cache.guard", "cache.memory", "cache.text"));

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void filesAreShort() throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (Path file : sources()) {
      int lines = Files.readString(file).split("\n", -1).length - 1;
      if (lines > MOST_LINES) {
        tooLong.put(ROOT.relativize(file).toString(), lines);
      }
    }
    assertThat(tooLong).as("files of more than %d lines", MOST_LINES).isEmpty();
  }

  @Test
  void packagesAreSmall() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path file : sources()) {
      if (!file.endsWith("package-info.java")) {
        sizes.merge(packageOf(file), 1, Integer::sum);
      }
    }
    assertThat(sizes).containsKey("io.stepwright.engine.graph");
    sizes.values().removeIf(size -> size <= MOST_TYPES);
    assertThat(sizes).as("packages of more than %d types", MOST_TYPES).isEmpty();
  }

  private static String packageOf(Path source) {
    String path = source.getParent().toString().replace('\\', '/');
    String start = "src/main/java/";
    return path.substring(path.indexOf(start) + start.length()).replace('/', '.');
  }

  @Test
  void cyclesAreSmall() {
    for (String module : modules()) {
      Path classes = ROOT.resolve(module).resolve("target/classes");
      // Skips a module that is built after this one; the next build checks it.
      if (Files.isDirectory(classes)) {
        List<Set<String>> cycles =
            ClassCycles.of(new ClassFileImporter().importPath(classes)).stream()
                .filter(cycle -> cycle.size() > MOST_IN_A_CYCLE)
                .toList();
        assertThat(cycles).as("cycles of classes in %s", module).isEmpty();
      }
    }
  }

  @Test
  void aCycleIsFound() {
    Map<String, Set<String>> uses =
        Map.of("a", Set.of("b"), "b", Set.of("c", "d"), "c", Set.of("a"), "d", Set.of("elsewhere"));
    assertThat(ClassCycles.of(uses)).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void internalsStayInside() throws IOException {
    List<String> leaks = new ArrayList<>();
    for (String module : modules()) {
      if (module.equals("runtime/core")) {
        continue;
      }
      for (Path file : sources(module)) {
        Matcher used = INTERNAL.matcher(Files.readString(file));
        while (used.find()) {
          String name = used.group(1) + used.group(2);
          if (!ALLOWED.getOrDefault(module, Set.of()).contains(name)) {
            leaks.add(ROOT.relativize(file) + " uses io.stepwright." + name);
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  // ---------------------------------------------------------------- sources

  private static List<String> modules() {
    try {
      List<String> modules =
          Pattern.compile("<module>(.*?)</module>")
              .matcher(Files.readString(ROOT.resolve("pom.xml")))
              .results()
              .map(module -> module.group(1))
              .toList();
      assertThat(modules).contains("runtime/core", "processor");
      return modules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() {
    return modules().stream().flatMap(module -> sources(module).stream()).toList();
  }

  private static List<Path> sources(String module) {
    Path folder = ROOT.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
