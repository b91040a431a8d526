package io.stepwright.it.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.it.prompts.WiredLetters;
import io.stepwright.it.support.Runtimes;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mistakes that are found before the first request. */
@Timeout(60)
class ConfigurationTest {

  @Test
  void aMissingKeyFailsWhenTheAgentIsMade() {
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      assertThatThrownBy(() -> new WiredSorter(runtime))
          .isInstanceOfSatisfying(
              AgentConfigurationException.class,
              failure -> assertThat(failure.agent()).isEqualTo("Sorter"))
          .hasMessageContainingAll(
              "'verdict'",
              "Sorter",
              "'tiny'",
              "no API key",
              "OPENAI_API_KEY",
              "stepwright.providers.openai.api-key");
    }
  }

  @Test
  void aKeyThatCannotBeSentIsNotQuoted() {
    try (AgentRuntime runtime =
        Runtimes.builder("http://127.0.0.1:1/v1")
            .configuration("stepwright.providers.openai.api-key", "sk-canary key")
            .build()) {
      assertThatThrownBy(() -> new WiredSorter(runtime))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContainingAll("'verdict'", "blank", "OPENAI_API_KEY")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aProviderThatNobodyKnowsFailsWhenTheAgentIsMade() {
    try (AgentRuntime runtime =
        Runtimes.builder("http://127.0.0.1:1/v1")
            .configuration("stepwright.models.judge", "acme/tiny")
            .build()) {
      assertThatThrownBy(() -> new WiredLetters(runtime))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContainingAll("'alias:judge'", "acme", "stepwright.providers.acme.base-url");
    }
  }

  @Test
  void anAliasThatIsMissingFailsWhenTheAgentIsMade() {
    try (AgentRuntime runtime =
        Runtimes.builder("http://127.0.0.1:1/v1")
            .configuration("stepwright.models.juge", "openai/tiny")
            .build()) {
      assertThatThrownBy(() -> new WiredLetters(runtime))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContainingAll(
              "no alias 'judge'", "Set stepwright.models.judge", "Did you mean 'juge'?");
    }
  }

  @Test
  void aNameThatMayBeMeantAsAnAliasIsPointedOut() {
    try (AgentRuntime runtime =
        Runtimes.builder("http://127.0.0.1:1/v1")
            .configuration("stepwright.models.tiny", "openai/other")
            .build()) {
      assertThatThrownBy(() -> new WiredSorter(runtime))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContainingAll("'verdict'", "write alias:tiny", "or openai/tiny");
    }
  }

  @Test
  void aServerThatDoesNotRun() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + free + "/v1";
    try (AgentRuntime runtime = Runtimes.builder(url).build()) {
      ModelCallException failure =
          catchThrowableOfType(
              ModelCallException.class, () -> new WiredSorter(runtime).sort("It crashes."));
      assertThat(failure)
          .hasMessageContainingAll(
              "Step 'verdict' of agent Sorter", "cannot be reached", "Check that it runs", url);
      assertThat(failure.status()).isZero();
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.attempts()).isEqualTo(3);
    }
  }
}
