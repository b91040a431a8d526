package io.stepwright.examples.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.examples.server.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void theExampleShowsBothWaysAndTheirRatioAndWhatIsRemembered() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(new Options(0.04), Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .contains("WiredOnboarding.java", "simulates the answers")
        .containsPattern("One after another\\nOneAfterAnother.oneAfterAnother [\\d.]+ m?s")
        .containsPattern("Wired\\nOnboarding.onboard [\\d.]+ m?s")
        .containsPattern("times the critical path \\(intent -> email\\)")
        .contains("Onboarded[intent=MIGRATE, email=Email[subject=Welcome");
    assertThat(text)
        .containsPattern("same words +[\\d.]+ ms +cached, equal")
        .containsPattern("other words +[\\d.]+ ms +cached, similar, 0.9\\d\\d")
        .containsPattern("not the same +[\\d.]+ ms +not cached, refused by ");
    assertThat(text).contains("The run as a page: target");
    assertThat(Path.of("target", "onboarding-run.html")).content().contains("Onboarding.onboard");
    assertThat(ratio(text)).as(text).isGreaterThan(1);
  }

  private static double ratio(String text) {
    String line =
        text.lines().filter(each -> each.contains("times as fast")).findFirst().orElseThrow();
    return Double.parseDouble(line.replaceAll(".* s: ([\\d.]+) times as fast.*", "$1"));
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThat(Options.parse("--scale", "0.5").scale()).isEqualTo(0.5);
    assertThatThrownBy(() -> Options.parse("--scale", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--scale FACTOR");
    assertThatThrownBy(() -> Options.parse("--fast")).hasMessageContaining("usage");
  }
}
