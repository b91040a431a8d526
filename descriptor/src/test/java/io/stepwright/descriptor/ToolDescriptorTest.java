package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stepwright.descriptor.ToolUseDescriptor.Offered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolDescriptorTest {

  private static final AgentDescriptor AGENT =
      DescriptorReader.read(DescribedTools.AGENT, "a.json");

  @Test
  void toolsAndWhatStepsOfferAreRead() {
    assertThat(AGENT.tools())
        .extracting(ToolDescriptor::kind)
        .containsExactly(
            ToolDescriptor.Kind.CODE,
            ToolDescriptor.Kind.CODE,
            ToolDescriptor.Kind.MCP,
            ToolDescriptor.Kind.MODEL);
    ToolUseDescriptor use = AGENT.steps().get(0).tools();
    assertThat(use).isNotNull();
    assertThat(use.turns()).isEqualTo(6);
    assertThat(use.tokens()).isEqualTo(20_000);
    assertThat(use.offered().get(0))
        .isEqualTo(new Offered("orders", Map.of("customer", "ticket.customerId")));
    ToolDescriptor orders = AGENT.tool("orders");
    assertThat(orders).isNotNull();
    assertThat(orders.schema()).contains("\"maxLength\": 12").contains("null");
    ToolDescriptor refund = AGENT.tool("refund");
    assertThat(refund).isNotNull();
    assertThat(refund.approval()).isEqualTo("Refund {{cents}}?");
    assertThat(refund.calls()).isEqualTo(1);
    assertThat(refund.failing()).isTrue();
    ToolDescriptor summary = AGENT.tool("summary");
    assertThat(summary).isNotNull();
    assertThat(summary.asked()).isNotNull();
    assertThat(summary.asked().offeredTools()).hasSize(1);
    assertThat(AGENT.tool("none")).isNull();
  }

  @Test
  void nothingOfToolsIsLost() {
    String written = DescriptorWriter.write(AGENT);
    AgentDescriptor again = DescriptorReader.read(written, "a.json");
    assertThat(again).isEqualTo(AGENT);
    assertThat(DescriptorWriter.write(again)).isEqualTo(written);
  }

  @Test
  void whatIsWrittenFitsTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src/main/resources/io/stepwright/descriptor/descriptor.schema.json")),
                InputFormat.JSON);
    String written = DescriptorWriter.write(AGENT);
    assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
    for (String wrong :
        new String[] {
          written.replace("\"kind\": \"mcp\"", "\"kind\": \"other\""),
          written.replace("\"turns\": 6", "\"turns\": 0"),
          written.replace("\"calls\": 1,", "\"calls\": 0,"),
          written.replace("\"customer\": \"ticket.customerId\"", "\"customer\": 7"),
        }) {
      assertThat(wrong).isNotEqualTo(written);
      assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
    }
  }

  /** A descriptor of a version without tools, which has neither member. */
  @Test
  void descriptorsWithoutToolsAreRead() throws IOException {
    AgentDescriptor agent = DescriptorReader.read(Goldens.text("Support"), "a.json");
    assertThat(agent.tools()).isEmpty();
    assertThat(agent.steps()).allMatch(step -> step.tools() == null);
    assertThat(agent.steps().get(0).offeredTools()).isEmpty();
    assertThat(DescriptorWriter.write(agent)).doesNotContain("tools");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tool\": \"refund\" | {\"tool\": \"none\" | offers \"none\", which is no tool",
        "{\"tool\": \"refund\" | {\"tool\": \"orders\" | offers a tool twice",
        "{\"customer\": | {\"who\": | binds a parameter that its tool does not have",
        "\"turns\": 6 | \"turns\": 0 | has tools and no turns",
        "{\"name\": \"refund\" | {\"name\": \"orders\" | the tool \"orders\" is there twice",
        "\"kind\": \"mcp\" | \"kind\": \"model\" | answered by a model or is not",
        "\"kind\": \"mcp\" | \"kind\": \"magic\" | no kind of tool \"magic\"",
        "\"tool\": \"orders\", \"bound\": {}} | \"tool\": \"summary\", \"bound\": {}} | offers itself",
        "\"schema\": {\"type\": \"object\"} | \"schema\": \"object\" | in place of an object",
        "{\"type\": \"object\"} | {\"type\": \"object\", \"type\": \"object\"} | is there twice",
        "\"attempts\": 3, \"timeout\": null, \"tools\": {\"turns\": 2 | \"attempts\": 0, \"tools\": {\"turns\": 2 | has no attempts",
      })
  void refusesToolsThatDoNotFit(String from, String to, String message) {
    String flat = Pattern.compile("\\s+").matcher(DescribedTools.AGENT).replaceAll(" ");
    assertThat(flat).contains(from);
    assertThatThrownBy(
            () -> DescriptorReader.read(flat.replaceFirst(Pattern.quote(from), to), "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageStartingWith("a.json cannot be read: ")
        .hasMessageContaining(message);
  }

  /** A long chain of tools whose models offer the next one. */
  @Test
  void boundsTheNestingOfTools() {
    StringBuilder tools = new StringBuilder();
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      String next =
          i + 1 < count
              ? ", \"tools\": {\"turns\": 1, \"offered\": [{\"tool\": \"t" + (i + 1) + "\"}]}"
              : "";
      tools.append(i == 0 ? "" : ",").append("{\"name\": \"t").append(i);
      tools.append("\", \"listed\": \"t\", \"method\": \"t\", \"declaredBy\": \"A\", \"kind\":");
      tools.append(
          "\"model\", \"description\": \"\", \"asked\": {\"name\": \"t\", \"method\": \"t\",");
      tools.append("\"declaredBy\": \"A\", \"kind\": \"model\", \"type\": \"T\"").append(next);
      tools.append(", \"mostModelCalls\": 1}}");
    }
    String json =
        "{\"schemaVersion\": 1, \"agent\": \"A\", \"type\": \"A\", \"generated\": \"W\", \"tools\": ["
            + tools
            + "]}";
    assertThatThrownBy(() -> DescriptorReader.read(json, "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("below too many others");
  }

  /** Each character of a descriptor is damaged once: nothing else is thrown. */
  @Test
  void survivesDamage() {
    String json = DescribedTools.AGENT;
    for (int i = 0; i < json.length(); i++) {
      for (char c : new char[] {'0', '"', '{', ']', ','}) {
        try {
          DescriptorReader.read(json.substring(0, i) + c + json.substring(i + 1), "a.json");
        } catch (DescriptorException expected) {
          assertThat(expected).hasMessageStartingWith("a.json ");
        }
      }
    }
  }
}
