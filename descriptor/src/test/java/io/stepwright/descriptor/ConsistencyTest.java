package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTest {

  private static final String STEP =
      """
      {"name": "a", "method": "a", "parameters": [], "declaredBy": "p.A", "kind": "code", "type": "T",
       "mostModelCalls": 0}""";

  private static final String AGENT =
      """
      {"schemaVersion": 1, "agent": "A", "type": "p.A", "generated": "p.WiredA",
       "steps": [%s, %s],
       "entryPoints": [
         {"method": "run", "inputs": ["in"], "declaredBy": "p.A", "returns": "T",
          "result": {"step": "b"}, "also": ["a"], "mostModelCalls": 0, "criticalPath": ["a", "b"],
          "steps": [
            {"step": "a", "after": [],
             "inputs": [{"parameter": "x", "from": "input", "name": "in"}]},
            {"step": "b", "after": ["a"], "when": [{"test": "t", "from": "step", "name": "a"}]}]}]}
      """
          .formatted(STEP, STEP.replace("\"a\"", "\"b\""));

  @Test
  void theAgentOfTheseTestsIsConsistent() {
    assertThat(DescriptorReader.read(AGENT, "a.json").entryPoints()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"after\": [\"a\"] | \"after\": [\"none\"] | no step \"none\" before the step \"b\"",
        "\"after\": [\"a\"] | \"after\": [\"b\"] | no step \"b\" before the step \"b\"",
        "\"after\": [] | \"after\": [\"b\"] | no step \"b\" before the step \"a\"",
        "\"name\": \"in\" | \"name\": \"none\" | no input \"none\" for the step \"a\"",
        "\"step\", \"name\": \"a\" | \"step\", \"name\": \"none\" | no step \"none\" before the step",
        "\"also\": [\"a\"] | \"also\": [\"none\"] | no step \"none\" before its result",
        "{\"step\": \"b\"} | {\"step\": \"none\"} | no step \"none\" before its result",
        "\"criticalPath\": [ | \"criticalPath\": [\"none\", | no step \"none\" before its critical",
        "[\"in\"] | [\"in\", \"in\"] | the input \"in\" twice",
        "{\"step\": \"a\", | {\"step\": \"a\"}, {\"step\": \"a\", | the step \"a\" twice",
        "{\"step\": \"a\", | {\"step\": \"a\", \"alternatives\": [], | without a method",
        "\"kind\": \"code\" | \"kind\": \"code\", \"attempts\": 0 | the step \"a\" has no attempts",
        "\"kind\": \"code\" | \"kind\": \"code\", \"timeout\": \"1h\" | no duration: \"1h\"",
        "\"parameter\": \"x\" | \"parameter\": \"x\", \"each\": true | takes no item at once",
      })
  void refusesWhatDoesNotFitTogether(String from, String to, String message) {
    assertRefused(AGENT.replaceFirst(Pattern.quote(from), to), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "1e400", "1e999999999"})
  void refusesASimilarityThatIsNone(String similarity) {
    String cache = "\"cache\": {\"similarity\": %s, \"fingerprint\": \"f\"}, \"kind\": \"code\"";
    assertRefused(
        AGENT.replaceFirst("\"kind\": \"code\"", cache.formatted(similarity)),
        "similarity that is not from 0 to 1");
  }

  @Test
  void refusesADeclarationThatRepeats() {
    assertRefused(AGENT.replace(STEP, STEP + ", " + STEP), "another number of methods");
  }

  @Test
  void refusesNamesThatRepeat() throws IOException {
    String json = Goldens.text("Support");
    for (String member : new String[] {"\"agent\": \"Support\"", "\"schemaVersion\": 1"}) {
      assertRefused(json.replace(member, member + ", " + member), "is there twice");
    }
    assertRefused(json.replaceFirst("\"steps\": ", "\"steps\": [], \"steps\": "), "is there twice");
    assertRefused(json.replace("\"agent\"", "\"agent\": null, \"agent\""), "is there twice");
    assertThatThrownBy(
            () -> DescriptorReader.sources("{\"type\": \"a\", \"type\": \"b\"}", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessage("a.json cannot be read: \"type\" is there twice");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> DescriptorReader.read(json, "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageStartingWith("a.json cannot be read: ")
        .hasMessageContaining(message);
  }
}
