package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes defaults of the JVM, so no other test may run at the same time. */
@Isolated
class DeterminismTest {

  private static final List<String> AGENTS = List.of("Onboarding", "Refunds");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void outputIsTheSameWhateverTheOrderOfFilesTheLocaleTheZoneAndTheCompiler() throws IOException {
    Map<String, String> first = generated(TestCompiler.JAVAC, AGENTS);
    // In Turkish the upper case of 'i' is not an ASCII letter; Arabic uses other digits.
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    assertThat(generated(TestCompiler.JAVAC, List.of("Refunds", "Onboarding"))).isEqualTo(first);
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    assertThat(generated(TestCompiler.ECJ, AGENTS)).isEqualTo(first);
  }

  private static Map<String, String> generated(TestCompiler compiler, List<String> agents)
      throws IOException {
    Compilation compilation = Compilation.with(compiler);
    for (String agent : agents) {
      Path source = Path.of("src/test/resources/golden", agent + ".java");
      compilation.source("app/" + agent + ".java", Files.readString(source));
    }
    Compiled compiled = compilation.compile();
    assertThat(compiled.messages()).isEmpty();
    return compiled.files().stream()
        .filter(file -> file.startsWith("generated/") || file.endsWith(".json"))
        .collect(Collectors.toMap(file -> file, compiled::file, (a, b) -> a, TreeMap::new));
  }
}
