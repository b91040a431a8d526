package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.ExpectedDiagnostic;
import io.stepwright.processor.testing.FakeMcp;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles agents with errors, whose sources have marks for the expected reports, on every
 * compiler.
 */
class DiagnosticsTest {

  private static final Path CASES = Path.of("src/test/resources/diagnostics");
  private static final Path FILES = Path.of("src/test/resources/diagnostics-files");

  static Stream<Arguments> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream()
          .flatMap(
              file ->
                  TestCompiler.current().stream()
                      .map(compiler -> Arguments.of(file.getFileName().toString(), compiler)));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void reports(String file, TestCompiler compiler) throws IOException {
    String source = Files.readString(CASES.resolve(file));
    List<ExpectedDiagnostic> expected = ExpectedDiagnostic.in(source, compiler);
    Compilation compilation =
        Compilation.with(compiler)
            .source("app/" + file, source)
            .option("-Astepwright.resources=" + FILES.toAbsolutePath())
            .option("-Astepwright.mcp=" + FILES.resolve("mcp").toAbsolutePath());
    Compiled compiled =
        (source.contains("@Mcp") ? FakeMcp.addTo(compilation) : compilation).compile();

    List<Compiled.Message> ours =
        compiled.messages().stream().filter(message -> !message.id().isEmpty()).toList();
    assertThat(ours)
        .as(compiled.messages().toString())
        .extracting(message -> message.id() + " at " + message.line())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(each -> each.id() + " at " + each.line()).toList());
    for (ExpectedDiagnostic each : expected) {
      assertThat(ours)
          .as(each.toString())
          .anySatisfy(
              message -> {
                assertThat(message.id()).isEqualTo(each.id());
                assertThat(message.text()).contains(each.fragment());
              });
    }
    assertThat(compiled.succeeded()).isEqualTo(compiled.errors().isEmpty());
    if (!source.contains("the compiler complains by itself")) {
      // One mistake causes one error: the generated class causes no further errors of the compiler.
      assertThat(compiled.errors()).allSatisfy(error -> assertThat(error.id()).isNotEmpty());
    }
  }

  @Test
  void everyIdHasACase() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    // Some diagnostics need two packages or two compilations, see InheritanceTest and
    // DescriptionsTest; others need large sources, see ResourceTest and SizesTest.
    Set<String> elsewhere =
        Set.of(
            "InaccessibleStep",
            "LostDescription",
            "ParameterNames",
            "ResourceSize",
            "TooManyParameters",
            "TooManySteps",
            "TooManyValues");
    assertThat(DiagnosticId.names())
        .filteredOn(id -> !elsewhere.contains(id))
        .allSatisfy(id -> assertThat(all).containsPattern("<- (\\+\\d+ )?" + id + "\\b"));
  }
}
