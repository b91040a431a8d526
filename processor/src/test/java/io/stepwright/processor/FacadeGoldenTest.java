package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.FakeMcp;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what is generated for an interface of an MCP server, and for an agent that takes it,
 * with golden files.
 */
class FacadeGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @EveryCompiler
  void readsAsPinned(TestCompiler compiler) throws IOException {
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/GitHub.java", Files.readString(GOLDEN.resolve("GitHub.java")))
            .source("app/Triage.java", Files.readString(GOLDEN.resolve("Triage.java")))
            .option("-Astepwright.mcp=" + GOLDEN.resolve("mcp").toAbsolutePath())
            .option("-Xlint:all")
            .compile();
    assertThat(compiled.messages()).isEmpty();
    compare("WiredGitHub.java", compiled.source("app/WiredGitHub.java"));
    compare(
        "mcp/GitHub.facade.json", compiled.resource("META-INF/stepwright/facades/app.GitHub.json"));
    compare("WiredTriage.java", compiled.source("app/WiredTriage.java"));
    compare("Triage.json", compiled.resource("META-INF/stepwright/app.Triage.json"));
    assertThat(compiled.resource("META-INF/stepwright/mcp/github.json"))
        .isEqualTo(Files.readString(GOLDEN.resolve("mcp/github.json")));
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
