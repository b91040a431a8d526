package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DescriptorReaderTest {

  @Test
  void readsWhatTheProcessorWrites() throws IOException {
    EntryPointDescriptor handle =
        DescriptorReader.read(Goldens.text("Support"), "a.json").entryPoints().get(0);
    NodeDescriptor reply =
        handle.steps().stream().filter(NodeDescriptor::isChoice).findFirst().orElseThrow();
    assertThat(reply.branches())
        .extracting(branch -> branch.step().method())
        .containsExactly("refundReply", "questionReply", "otherReply");
    assertThat(reply.branches().get(0).when().get(0).test()).isEqualTo("intent is REFUND");
    assertThat(reply.branches().get(0).when().get(0).source().name()).isEqualTo("intent");
    assertThat(reply.branches().get(2).when()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.stepwright.descriptor.Goldens#files")
  void losesNothing(Path file) throws IOException {
    String json = DescriptorFile.read(file);
    assertThat(DescriptorWriter.write(DescriptorReader.read(json, "a.json"))).isEqualTo(json);
  }

  @Test
  void refusesAnotherVersionAndSaysWhatToDo() {
    assertThatThrownBy(() -> DescriptorReader.read("{\"schemaVersion\": 99}", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("schema version 99")
        .hasMessageContaining("the same version");
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> DescriptorReader.read("{", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("a.json is not JSON");
    assertThatThrownBy(() -> DescriptorReader.read("{\"schemaVersion\": 1}", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("\"agent\" is missing");
    assertThatThrownBy(() -> DescriptorReader.read("{}", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("\"schemaVersion\" is missing");
    assertThatThrownBy(() -> DescriptorReader.read("[]", "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("an array in place of an object");
  }

  @Test
  void sourcesAreReadOfAnyVersion() {
    assertThat(
            DescriptorReader.sources(
                """
                {"schemaVersion": 99, "type": "a.A", "generated": "a.WiredA",
                 "resources": [{"path": "p.txt", "from": "folder", "sha256": "00", "new": []}]}
                """,
                "a.json"))
        .hasValueSatisfying(
            sources ->
                assertThat(sources.resources())
                    .containsExactly(new ResourceDescriptor("p.txt", "folder", "00")));
    assertThat(DescriptorReader.sources("{\"type\": \"a.A\"}", "a.json")).isEmpty();
    assertThat(DescriptorReader.sources("[]", "a.json")).isEmpty();
  }

  // ---------------------------------------------------------------- files made to do harm

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1",
        "1.5",
        "4294967297",
        "\"1\"",
        "true",
        "[1]",
        "1e-999999999",
        "0.1e1x"
      })
  void refusesWhatIsNoCount(String number) {
    assertThatThrownBy(() -> DescriptorReader.read("{\"schemaVersion\": " + number + "}", "a.json"))
        .isInstanceOf(DescriptorException.class);
  }

  @Test
  void boundsDepthAndDigits() {
    for (String harm :
        new String[] {"[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), "9".repeat(1_000_000)}) {
      String json = "{\"schemaVersion\": 1, \"agent\": " + harm;
      assertThatThrownBy(() -> DescriptorReader.read(json, "a.json"))
          .isInstanceOf(DescriptorException.class)
          .hasMessageContaining("a.json is not JSON");
      assertThatThrownBy(() -> DescriptorReader.sources(json, "a.json"))
          .isInstanceOf(DescriptorException.class);
    }
  }

  @Test
  void boundsSize() {
    byte[] large = new byte[DescriptorFile.LARGEST + 1];
    assertThatThrownBy(() -> DescriptorFile.read(new ByteArrayInputStream(large), "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("larger than");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] damaged = "{\"agent\": \"a?\"}".getBytes(StandardCharsets.UTF_8);
    damaged[12] = (byte) 0xff;
    assertThatThrownBy(() -> DescriptorFile.read(new ByteArrayInputStream(damaged), "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessage("a.json cannot be read: it is not in UTF-8");
  }

  /** Each character of a descriptor is damaged once: nothing else is thrown. */
  @Test
  void survivesDamage() throws IOException {
    String json = Goldens.text("Support");
    for (int i = 0; i < json.length(); i++) {
      for (char c : new char[] {'0', '"', '{', ']', ','}) {
        String damaged = json.substring(0, i) + c + json.substring(i + 1);
        try {
          DescriptorReader.read(damaged, "a.json");
        } catch (DescriptorException expected) {
          assertThat(expected).hasMessageStartingWith("a.json ");
        }
      }
    }
  }

  @Test
  void aStepThatIsNotDeclaredIsNamed() throws IOException {
    String json = Goldens.text("Support").replace("\"step\": \"intent\"", "\"step\": \"nowhere\"");
    assertThatThrownBy(() -> DescriptorReader.read(json, "a.json"))
        .isInstanceOf(DescriptorException.class)
        .hasMessageContaining("the step \"nowhere\" is not declared");
  }

  @Test
  void filesAreReadAsUtf8() throws IOException {
    Path file = Files.createTempFile("descriptor", ".json");
    try {
      Files.writeString(file, "{\"ä\": \"€\"}");
      assertThat(DescriptorFile.read(file)).isEqualTo("{\"ä\": \"€\"}");
    } finally {
      Files.delete(file);
    }
  }
}
