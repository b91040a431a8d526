package io.stepwright.processor.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.GoogleJavaFormat;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Generated classes are formatted as google-java-format would format them. */
@DisabledForJreRange(min = JRE.JAVA_25) // google-java-format does not run on this version.
class GoogleJavaFormatTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EXAMPLES = Path.of("../examples");
  private static final int STRETCHED = 3;

  @Test
  void goldensWithNamesOfAnyLengthStayAsTheyAre() throws IOException {
    Map<String, String> sources = new TreeMap<>(goldens());
    Random random = new Random(20261130);
    for (int i = 0; i < STRETCHED; i++) {
      for (Map.Entry<String, String> golden : goldens().entrySet()) {
        String stretched = SourceLayout.format(StretchedNames.in(golden.getValue(), random));
        sources.put(golden.getKey() + " " + i, stretched);
      }
    }
    GoogleJavaFormat.assertUnchanged(sources);
  }

  @Test
  void classesOfTheExamplesStayAsTheyAre() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String example : List.of("onboarding", "support-desk", "travel-desk")) {
      Path root = EXAMPLES.resolve(example).resolve("src/main");
      Compilation compilation =
          Compilation.with(TestCompiler.JAVAC)
              .option("-parameters")
              .option("-Astepwright.resources=" + root.resolve("resources").toAbsolutePath())
              .option("-sourcepath")
              .option(root.resolve("java").toAbsolutePath().toString());
      try (Stream<Path> files = Files.walk(root.resolve("java"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file);
          if (text.contains("\n@Agent\n")) {
            compilation.source(root.resolve("java").relativize(file).toString(), text);
          }
        }
      }
      sources.putAll(GoogleJavaFormat.generated(compilation.compile()));
    }
    assertThat(sources).hasSizeGreaterThanOrEqualTo(4);
    GoogleJavaFormat.assertUnchanged(sources);
  }

  private static Map<String, String> goldens() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("Wired") && name.endsWith(".java")) {
          sources.put(name, Files.readString(file));
        }
      }
    }
    return sources;
  }
}
