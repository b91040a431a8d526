package io.stepwright.it.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.it.prompts.WiredLetters;
import io.stepwright.it.support.Runtimes;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of troubleshooting has the messages as they are shown. */
@Timeout(60)
class TroubleshootingPageTest {

  private static final Path PAGE = Path.of("../docs/troubleshooting.md");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stepwright.models.judge | acme/tiny | No client on the class path knows provider 'acme'. Set",
        "stepwright.models.other | openai/m | There is no alias 'judge'. Set",
        "stepwright.providers.opnai.api-key | canary | There is a setting of provider 'opnai'"
            + " (stepwright.providers.opnai.api-key), but no step and no alias uses that provider. Did"
            + " you mean 'openai'?",
      })
  void aMessageIsOnThePage(String key, String value, String message) throws IOException {
    try (AgentRuntime runtime =
        Runtimes.builder("http://127.0.0.1:1/v1").configuration(key, value).build()) {
      AgentConfigurationException failure =
          catchThrowableOfType(AgentConfigurationException.class, () -> new WiredLetters(runtime));
      assertThat(failure).hasMessageContaining(message);
    }
    assertThat(Files.readString(PAGE)).contains("**`" + message);
  }
}
