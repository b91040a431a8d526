package io.stepwright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.AgentConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static McpServers.Builder with(String key, String value) {
    return McpServers.builder().configuration("stepwright.mcp.github." + key, value);
  }

  @Test
  void anUnknownKeyListsThoseThatExist() {
    assertThatThrownBy(() -> with("address", "https://example.com/mcp").build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("Unknown setting 'stepwright.mcp.github.address'")
        .hasMessageContaining("stepwright.mcp.github.url")
        .hasMessageContaining("stepwright.mcp.github.command")
        .hasMessageContaining("stepwright.mcp.github.timeout");
    assertThatThrownBy(() -> with("comand", "[]").build())
        .hasMessageContaining("Did you mean 'stepwright.mcp.github.command'?");
  }

  @Test
  void aServerWithoutSettingsIsSaid() {
    try (McpServers servers = McpServers.builder().build()) {
      assertThatThrownBy(() -> servers.server("github"))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("stepwright.mcp.github.url")
          .hasMessageContaining("stepwright.mcp.github.command");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/mcp",
        "file:///etc/passwd",
        "https://user:hunter2@example.com/mcp",
        "https://example.com/mcp#hunter2",
        "https://exa mple.com/hunter2"
      })
  void anAddressOfAnotherFormIsRefusedAndNotQuoted(String url) {
    try (McpServers servers = with("url", url).build()) {
      assertThatThrownBy(() -> servers.server("github"))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("stepwright.mcp.github.url is not an address")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void headersAreNotSentInTheClear() {
    try (McpServers servers =
        with("url", "http://example.com/mcp")
            .configuration("stepwright.mcp.github.headers", "{\"Authorization\":\"hunter2\"}")
            .build()) {
      assertThatThrownBy(() -> servers.server("github"))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("others can read")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void headersAreSent() {
    try (FakeHttpServer fake = FakeHttpServer.start();
        McpServers servers =
            McpServers.builder()
                .configuration("stepwright.mcp.fake.url", fake.url())
                .configuration("stepwright.mcp.fake.headers", "{\"X-Key\":\"k-1\"}")
                .build()) {
      Pinned.echo(servers.server("fake"));
      assertThat(fake.headers)
          .isNotEmpty()
          .allSatisfy(headers -> assertThat(headers.get("X-key")).containsExactly("k-1"));
    }
  }

  @Test
  void aServerIsAProgramOrHasAnAddress() {
    try (McpServers servers =
        with("url", "https://example.com/mcp")
            .configuration("stepwright.mcp.github.command", "[\"npx\",\"hunter2\"]")
            .build()) {
      assertThatThrownBy(() -> servers.server("github"))
          .hasMessageContaining("remove one")
          .hasMessageNotContaining("hunter2");
    }
    try (McpServers servers =
        with("url", "https://example.com/mcp")
            .configuration("stepwright.mcp.github.env", "{\"TOKEN\":\"hunter2\"}")
            .build()) {
      assertThatThrownBy(() -> servers.server("github"))
          .hasMessageContaining("stepwright.mcp.github.headers")
          .hasMessageNotContaining("hunter2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"npx hunter2", "[]", "[\"npx\", 7]", "{\"a\":\"hunter2\"}", "[\"a\"] hunter2"})
  void aCommandIsAnArrayOfTextsAndNotQuoted(String command) {
    assertThatThrownBy(() -> with("command", command).build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("stepwright.mcp.github.command")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void variablesAreAnObjectOfTexts() {
    assertThatThrownBy(() -> with("env", "{\"A\":{\"hunter2\":1}}").build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("stepwright.mcp.github.env")
        .hasMessageNotContaining("hunter2");
  }
}
