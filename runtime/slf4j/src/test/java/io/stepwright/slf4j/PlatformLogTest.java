package io.stepwright.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the runtime reach SLF4J. Runs in a separate process, because a JVM has one log. */
@Timeout(120)
class PlatformLogTest {

  private static final String LOGBACK =
      """
      <configuration>
        <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>LOGBACK %level {%mdc{request}} %logger - %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="OUT"/></root>
      </configuration>
      """;

  @TempDir private Path folder;

  @Test
  void linesAndWarningsHaveTheMdcOfTheCaller() throws Exception {
    Path configuration = Files.writeString(folder.resolve("logback.xml"), LOGBACK);
    Path output = folder.resolve("output");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=" + configuration,
                "-cp",
                System.getProperty("java.class.path"),
                LoggedRun.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(child.waitFor(90, TimeUnit.SECONDS)).as("the program ends").isTrue();
    } finally {
      child.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(lines).contains("value y");
    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("LOGBACK INFO {r-9} io.stepwright.runs - Bot.answer finished"))
        .anyMatch(
            line -> line.startsWith("LOGBACK INFO {r-9} io.stepwright.runs - Bot.later finished"))
        .anyMatch(
            line ->
                line.startsWith("LOGBACK WARN ") && line.contains("The listener io.stepwright"));
  }
}
