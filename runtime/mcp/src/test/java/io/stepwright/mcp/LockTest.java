package io.stepwright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.lock.LockDiff;
import io.stepwright.mcp.lock.LockedTool;
import io.stepwright.wiring.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockTest {

  private static LockedTool tool(String json) {
    return LockedTool.listed(JsonValue.parse(json));
  }

  private static Lock lock(String... tools) {
    return new Lock("fake", List.of(tools).stream().map(LockTest::tool).toList());
  }

  @Test
  void theHashIsThatOfCanonicalJson() throws Exception {
    LockedTool tool =
        tool(
            "{\"title\":\"T\",\"name\":\"a\",\"outputSchema\":{\"type\":\"object\"},\"description\":\"d\\\"\",\n"
                + " \"inputSchema\": {\"type\":\"object\","
                + " \"properties\":{\"x\":{\"maximum\":1.50}}},"
                + "\"annotations\":{\"readOnlyHint\":true}}");
    String canonical =
        "{\"description\":\"d\\\"\",\"inputSchema\":{\"properties\":{\"x\":{\"maximum\":1.5}},"
            + "\"type\":\"object\"},\"name\":\"a\",\"outputSchema\":{\"type\":\"object\"}}";
    assertThat(tool.canonical()).isEqualTo(canonical);
    assertThat(tool.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(canonical.getBytes(StandardCharsets.UTF_8))));
    assertThat(tool.readOnly()).isTrue();
  }

  @Test
  void theTextIsSortedAndCanBeReadAgain() {
    Lock lock = lock(FakeHttpServer.PAY, FakeHttpServer.ECHO);
    assertThat(lock.text())
        .startsWith(
            """
            {
              "server": "fake",
              "tools": [
                {
                  "name": "echo",
                  "description": "Says it again.",
                  "inputSchema": {
                    "properties": {
            """)
        .endsWith("}\n");
    assertThat(Lock.parse(lock.text())).isEqualTo(lock);
    assertThat(Lock.parse(lock.text()).text()).isEqualTo(lock.text());
  }

  @Test
  void charactersThatNobodySeesAreEscaped() {
    Lock lock =
        lock(
            FakeHttpServer.PAY.replace(
                "\"pay\"",
                "\"pay\",\"description\":\"Pays\u200b \u202ebackwards\udb40\udc41 caf\u00e9.\""));
    assertThat(lock.text()).contains("\"Pays\\u200b \\u202ebackwards\\udb40\\udc41 caf\u00e9.\"");
    assertThat(Lock.parse(lock.text())).isEqualTo(lock);
  }

  @Test
  void anEditedFileIsNotUsed() {
    String edited = lock(FakeHttpServer.ECHO).text().replace("again", "twice");
    assertThatThrownBy(() -> Lock.parse(edited))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the hash of the tool \"echo\"");
    assertThatThrownBy(() -> Lock.parse("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void differencesNameToolsAndPlaces() {
    String other =
        FakeHttpServer.ECHO
            .replace("\"required\":[\"text\"]", "\"required\":[]")
            .replace("{\"type\":\"string\"}", "{\"type\":\"string\",\"maxLength\":9}");
    assertThat(
            LockDiff.between(
                lock(FakeHttpServer.ECHO, FakeHttpServer.PAY),
                lock(other, FakeHttpServer.PAY.replace("pay", "send"))))
        .containsExactly(
            "~ \"echo\"",
            "    inputSchema.properties.text.maxLength: added 9",
            "    inputSchema.required: [\"text\"] -> []",
            "- \"pay\"",
            "+ \"send\"",
            "    description: \"\"");
    assertThat(LockDiff.between(lock(other), lock(other))).isEmpty();
  }

  @Test
  void longDifferencesAreBounded() {
    String description = "x".repeat(100_000);
    List<String> lines =
        LockDiff.between(
            tool(FakeHttpServer.ECHO),
            tool(FakeHttpServer.ECHO.replace("Says it again.", "Says it again. " + description)));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).hasSizeLessThan(1_000);
  }
}
