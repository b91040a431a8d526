package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.GoogleJavaFormat;
import io.stepwright.processor.testing.TestCompiler;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the documentation: every Java snippet compiles or occurs in a generated class, and every
 * diagnostic is listed.
 */
class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  static final String IMPORTS =
      """
      package app;
      import io.stepwright.*;
      import io.stepwright.report.*;
      import io.stepwright.runtime.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  /** The beginning of lock files of MCP servers among the files of a document. */
  private static final String LOCKS = "src/main/stepwright/mcp/";

  static final Pattern SNIPPET =
      Pattern.compile("(<!-- statements -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);
  static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);
  static final Pattern TYPE =
      Pattern.compile(
          "^(?:public )?(?:abstract )?(?:class|interface|record) (\\w+)", Pattern.MULTILINE);

  /** The classes that were generated for all documents. */
  private static final Map<String, String> GENERATED = new ConcurrentHashMap<>();

  @AfterAll
  static void classesLookAsGoogleJavaFormatWouldWriteThem() {
    if (GoogleJavaFormat.isSupported() && !GENERATED.isEmpty()) {
      GoogleJavaFormat.assertUnchanged(GENERATED);
    }
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted().toList().stream())
          .filter(file -> file.toString().endsWith(".md"));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void snippetsCompile(Path document) throws IOException {
    List<String> types = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    List<String> fragments = new ArrayList<>();
    String text = Files.readString(document);
    Matcher snippet = SNIPPET.matcher(text);
    while (snippet.find()) {
      if (snippet.group(1) != null) {
        statements.add(snippet.group(2));
      } else if (TYPE.matcher(snippet.group(2)).find()) {
        types.add(snippet.group(2));
      } else {
        fragments.add(snippet.group(2));
      }
    }
    Compilation compilation = Compilation.with(TestCompiler.JAVAC);
    junit().forEach(compilation::classPath);
    libraries(".*(/mcp/target/|stepwright-mcp).*").forEach(compilation::classPath);
    Matcher resource = FILE.matcher(text);
    while (resource.find()) {
      if (resource.group(1).startsWith(LOCKS)) {
        compilation.option("-Astepwright.mcp=" + lock(resource.group(1), resource.group(2)));
      } else {
        compilation.resource(resource.group(1), resource.group(2));
      }
    }
    StringBuilder nested = new StringBuilder("import io.stepwright.mcp.*;\n");
    for (String type : types) {
      Matcher name = TYPE.matcher(type);
      assertThat(name.find()).isTrue();
      // A whole file has its own imports.
      String imports = type.startsWith("package app;") ? "" : IMPORTS;
      compilation.source("app/" + name.group(1) + ".java", imports + type);
      nested.append("import app.%s.*;\n".formatted(name.group(1)));
    }
    for (int i = 0; i < statements.size(); i++) {
      compilation.source(
          "app/Statements" + i + ".java",
          IMPORTS
              + nested
              + "class Statements%d { void run() {\n%s}}".formatted(i, statements.get(i)));
    }
    if (types.isEmpty() && statements.isEmpty()) {
      assertThat(fragments).isEmpty();
      return;
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.messages()).isEmpty();
    Map<String, String> classes = GoogleJavaFormat.generated(compiled);
    classes.forEach((file, source) -> GENERATED.put(document + ": " + file, source));
    String generated = String.join("", classes.values());
    assertThat(fragments).allSatisfy(fragment -> assertThat(generated).contains(fragment));
  }

  /** Runs the tests that the page about tests shows. */
  @ParameterizedTest
  @ValueSource(strings = {"app.DeskTest", "app.ComplaintsTest"})
  void theTestsOfTheTestingPagePass(String name) throws Exception {
    Compilation compilation = Compilation.with(TestCompiler.JAVAC);
    junit().forEach(compilation::classPath);
    Matcher snippet = SNIPPET.matcher(Files.readString(ROOT.resolve("docs/testing.md")));
    while (snippet.find()) {
      Matcher type = TYPE.matcher(snippet.group(2));
      assertThat(type.find()).isTrue();
      compilation.source("app/" + type.group(1) + ".java", snippet.group(2));
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.messages()).isEmpty();
    Class<?> test = compiled.loader().loadClass(name);
    Constructor<?> constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    List<Method> tests =
        Stream.of(test.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    assertThat(tests).isNotEmpty();
    for (Method method : tests) {
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
    }
  }

  /** Returns the libraries that a snippet with a test needs. */
  private static List<Path> junit() {
    return libraries(".*/(junit-jupiter-api|junit-platform-commons|apiguardian|opentest4j)[^/]*");
  }

  private static List<Path> libraries(String pattern) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.replace('\\', '/').matches(pattern))
        .map(Path::of)
        .toList();
  }

  /** Writes a lock file, and returns its folder. */
  private static Path lock(String path, String text) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "documents", "mcp").toAbsolutePath());
    Files.writeString(folder.resolve(path.substring(LOCKS.length())), text);
    return folder;
  }

  @Test
  void everyDiagnosticIsListed() throws IOException {
    String document = Files.readString(ROOT.resolve("docs/diagnostics.md"));
    for (DiagnosticId id : DiagnosticId.values()) {
      assertThat(document)
          .contains(
              "| `%s` | %s | "
                  .formatted(id.displayName(), id.severity().name().toLowerCase(Locale.ROOT)));
    }
    assertThat(document.lines().filter(line -> line.startsWith("| `")))
        .hasSize(DiagnosticId.values().length);
  }
}
