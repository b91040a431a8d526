package io.stepwright.graph.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.graph.Goldens;
import io.stepwright.graph.descriptor.EntryPointDescriptor.NodeDescriptor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DescriptorReaderTest {

  @Test
  void readsWhatTheProcessorWrites() throws IOException {
    EntryPointDescriptor handle = Goldens.agent("Support").entryPoints().get(0);
    NodeDescriptor reply =
        handle.steps().stream().filter(NodeDescriptor::isChoice).findFirst().orElseThrow();
    assertThat(reply.arms())
        .extracting(arm -> arm.step().method())
        .containsExactly("refundReply", "questionReply", "otherReply");
    assertThat(reply.arms().get(0).when().get(0).test()).isEqualTo("intent is REFUND");
    assertThat(reply.arms().get(0).when().get(0).source().name()).isEqualTo("intent");
    assertThat(reply.arms().get(2).when()).isEmpty();
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
  }
}
