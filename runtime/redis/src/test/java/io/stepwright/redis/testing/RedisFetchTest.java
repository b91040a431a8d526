package io.stepwright.redis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.redis.testing.RedisFetch.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Fetching of a server by a script, with test scripts in its place. */
@DisabledOnOs(OS.WINDOWS)
class RedisFetchTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path root;
  private Path module;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream shown = new PrintStream(said, true, StandardCharsets.UTF_8);

  @BeforeEach
  void layOut() throws IOException {
    module = Files.createDirectories(root.resolve("runtime/redis"));
    Files.createDirectory(root.resolve(".ci"));
  }

  @Test
  void theScriptIsFoundAboveTheModuleAndItsLastLineIsTheServer() throws IOException {
    script("echo noise", "echo talk >&2", "echo \"$PWD/$1-$2\"");

    Outcome outcome = fetch(7);

    assertThat(outcome).isEqualTo(new Outcome(root.toRealPath().resolve("install-7"), ""));
  }

  @Test
  void theLastLineOfAScriptThatFailsIsTheReason() throws IOException {
    script("echo /not/a/server", "echo begun >&2", "echo 'no mirror here' >&2", "exit 1");

    assertThat(fetch(8)).isEqualTo(Outcome.failed("no mirror here"));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("running .ci/redis install 8")
        .containsSubsequence("begun", "no mirror here");
  }

  @Test
  void aScriptThatFailsWithoutAWordOrNamesNothingHasAReason() throws IOException {
    script("exit 3");
    assertThat(fetch(8)).isEqualTo(Outcome.failed("It ended with 3."));

    script("exit 0");
    assertThat(fetch(8)).isEqualTo(Outcome.failed("It ended with 0."));
  }

  @Test
  void aScriptThatHangsIsEnded() throws IOException {
    script("sleep 3600");

    assertThat(new RedisFetch(module, Duration.ofMillis(100), shown).fetch(8).reason())
        .startsWith("It did not end within");
  }

  @Test
  void outsideOfTheRepositoryNothingIsRun() {
    assertThat(fetch(8).reason()).startsWith("There is no .ci/redis");
  }

  private Outcome fetch(int version) {
    return new RedisFetch(module, LONG, shown).fetch(version);
  }

  private void script(String... lines) throws IOException {
    Files.writeString(root.resolve(".ci/redis"), String.join("\n", lines) + "\n");
  }
}
