package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares generated code with golden files. Run with {@code -DupdateGoldens=true} to write the
 * files again, and review the differences.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<Arguments> cases() {
    return Stream.of(
            "Onboarding",
            "Refunds",
            "Invoices",
            "Answers",
            "Support",
            "Welcome",
            "Claims",
            "Complaints",
            "Journeys")
        .flatMap(
            agent -> TestCompiler.all().stream().map(compiler -> Arguments.of(agent, compiler)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAsPinned(String agent, TestCompiler compiler) throws IOException {
    Compiled compiled =
        Compilation.with(compiler)
            .source("app/" + agent + ".java", Files.readString(GOLDEN.resolve(agent + ".java")))
            .option("-Astepwright.resources=" + GOLDEN.resolve("resources").toAbsolutePath())
            .compile();
    assertThat(compiled.messages()).isEmpty();
    compare("Wired" + agent + ".java", compiled.source("app/Wired" + agent + ".java"));
    compare(agent + ".json", compiled.resource("META-INF/stepwright/app." + agent + ".json"));
  }

  private static void compare(String file, String actual) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("updateGoldens")) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).as(golden.toString()).isEqualTo(Files.readString(golden));
    assertThat(actual.lines())
        .filteredOn(line -> !line.contains("\"pattern\"")) // JSON strings cannot be broken.
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }
}
