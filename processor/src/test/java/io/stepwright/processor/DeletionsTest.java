package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles agents of the examples, the documents and the golden files, each without one of its
 * imports or annotations: the mistakes are reported as diagnostics, and these name types in the way
 * people do.
 */
class DeletionsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final Pattern PART =
      Pattern.compile(
          "^import"
              + " [^;]+;$|@[A-Z]\\w*(?:\\.\\w+)?(?:\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*\"|\"\"\".*?\"\"\")*\\))?",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** The annotations that define the role of a method or a parameter. */
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "@(Agent|AgentStep|Cached|Check|Each|EntryPoint|From|Model|Prompt|Regex|Retry|SideEffect"
              + "|Template|Timeout|When)\\b");

  /** Placeholders that compilers print for unresolved types. */
  private static final Pattern NO_WORDS =
      Pattern.compile("<any>|<none>|<error>|<nulltype>|<captured|capture#|Exception:|: \\.");

  /** An agent's sources and resources, by path. */
  private record Agents(Map<String, String> sources, Map<String, String> resources) {}

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (String name : List.of("Onboarding", "Refunds", "Answers", "Support", "Welcome")) {
      String source = Files.readString(GOLDEN.resolve(name + ".java"));
      cases.add(
          Arguments.of(name, new Agents(Map.of(name, source), files(GOLDEN.resolve("resources")))));
    }
    cases.add(Arguments.of("onboarding", example("onboarding", "Onboarding", "OneAfterAnother")));
    cases.add(Arguments.of("support-desk", example("support-desk", "SupportDesk", "FullReply")));
    for (String document : List.of("README.md", "docs/agents.md", "docs/cache.md")) {
      cases.add(Arguments.of(document, document(ROOT.resolve(document))));
    }
    List<Arguments> all = new ArrayList<>();
    for (Arguments each : cases) {
      for (TestCompiler compiler : TestCompiler.current()) {
        all.add(Arguments.of(each.get()[0], each.get()[1], compiler));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("cases")
  void whatIsMissingIsReportedInWords(String name, Agents agents, TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler).withFiles();
    agents.resources().forEach(compilation::resource);
    int deletions = 0;
    for (Map.Entry<String, String> source : agents.sources().entrySet()) {
      Matcher part = PART.matcher(source.getValue());
      while (part.find()) {
        String without =
            source.getValue().substring(0, part.start()) + source.getValue().substring(part.end());
        Map<String, String> all = named(source.getKey(), agents.sources());
        all.put(source.getKey(), without);
        String folder = "v" + deletions++;
        add(all, folder, compilation);
      }
    }
    assertThat(deletions).isGreaterThan(2);
    compilation.option("-proc:only"); // Leaves the compilers' own messages out.
    if (compiler == TestCompiler.JAVAC) {
      compilation.option("-Xmaxerrs").option("100000");
    }

    Compiled compiled = compilation.compile();

    assertThat(compiled.messages())
        .filteredOn(message -> !message.id().isEmpty())
        .filteredOn(
            message ->
                message.id().equals("InternalError") || NO_WORDS.matcher(message.text()).find())
        .as(name)
        .isEmpty();
    assertThat(compiled.output()).doesNotContain("\tat ");
  }

  /** Leaves out the documents, whose many types take one of the compilers minutes. */
  static Stream<Arguments> unresolved() throws IOException {
    return cases().filter(each -> !each.get()[0].toString().startsWith("docs/"));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("unresolved")
  void aMissingImportIsLeftToTheCompiler(String name, Agents agents, TestCompiler compiler) {
    Compilation compilation = Compilation.with(compiler).withFiles().option("-proc:only");
    agents.resources().forEach(compilation::resource);
    int deletions = 0;
    for (Map.Entry<String, String> source : agents.sources().entrySet()) {
      Set<String> used = new TreeSet<>();
      Matcher annotation = ANNOTATION.matcher(source.getValue());
      while (annotation.find()) {
        used.add(annotation.group(1));
      }
      for (String each : used) {
        // A name that is not imported, then a misspelt one.
        String other = deletions % 2 == 0 ? "nowhere." + each : each + "x";
        Map<String, String> all = named(source.getKey(), agents.sources());
        all.put(source.getKey(), source.getValue().replaceAll("@" + each + "\\b", "@" + other));
        add(all, "v" + deletions++, compilation);
      }
    }
    assertThat(deletions).isGreaterThan(2);

    Compiled compiled = compilation.compile();

    assertThat(compiled.messages())
        .filteredOn(message -> !message.id().isEmpty())
        .as(name)
        .isEmpty();
  }

  private static void add(Map<String, String> sources, String folder, Compilation compilation) {
    sources.forEach(
        (type, text) ->
            compilation.source(
                folder + "/" + type + ".java",
                text.replaceFirst("(?m)^package [\\w.]+;", "package " + folder + ";")
                    .replaceAll("import io\\.stepwright\\.examples\\.\\w+", "import " + folder)));
  }

  /**
   * Returns a type with all types that it names, directly or indirectly; the rest need not be
   * compiled.
   */
  private static Map<String, String> named(String type, Map<String, String> sources) {
    Map<String, String> named = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.remove();
      String text = sources.get(next);
      if (named.put(next, text) == null) {
        for (String other : sources.keySet()) {
          if (Pattern.compile("\\b(?:Wired)?" + other + "\\b").matcher(text).find()) {
            open.add(other);
          }
        }
      }
    }
    return named;
  }

  private static Agents example(String name, String... types) throws IOException {
    Path main = ROOT.resolve("examples").resolve(name).resolve("src/main");
    Path folder =
        main.resolve("java/io/stepwright/examples").resolve(name.replaceAll("[^a-z]", ""));
    Map<String, String> sources = new LinkedHashMap<>();
    for (String type : types) {
      sources.put(type, Files.readString(folder.resolve(type + ".java")));
    }
    return new Agents(sources, files(main.resolve("resources")));
  }

  private static Agents document(Path document) throws IOException {
    String text = Files.readString(document);
    Map<String, String> sources = new LinkedHashMap<>();
    Matcher snippet = DocumentationTest.SNIPPET.matcher(text);
    while (snippet.find()) {
      Matcher type = DocumentationTest.TYPE.matcher(snippet.group(2));
      if (snippet.group(1) == null && type.find()) {
        sources.put(type.group(1), DocumentationTest.IMPORTS + snippet.group(2));
      }
    }
    Map<String, String> resources = new LinkedHashMap<>();
    Matcher file = DocumentationTest.FILE.matcher(text);
    while (file.find()) {
      resources.put(file.group(1), file.group(2));
    }
    return new Agents(sources, resources);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
