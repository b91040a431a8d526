package io.stepwright.graph.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.graph.Goldens;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.StepTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  private static String write(String format) throws IOException {
    return GraphFormat.of(format).write(Goldens.graphs(StepTimes.byKind()), Goldens.links());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html", "svg", "mermaid", "dot", "json"})
  void equalGraphsGiveEqualTexts(String format) throws IOException {
    assertThat(write(format)).isEqualTo(write(format)).endsWith("\n");
  }

  @Test
  void textFitsTheTerminal() throws IOException {
    String text = write("text");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(text)
        .isASCII()
        .contains("critical path (*): intent -> order -> reply")
        .contains("at most 12 model calls, and 3 for each of ticket.attachments")
        .contains("when   intent is REFUND")
        .contains("when   otherwise")
        .contains("cache  >= 0.95 on signup.message, 1h")
        .contains("each of ticket.attachments, 4 at once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html", "svg", "json"})
  void checksAndFailingItemsAreNamed(String format) throws IOException {
    List<EntryGraph> graphs = EntryGraph.of(Goldens.agent("Invoices"), StepTimes.byKind());
    String text = GraphFormat.of(format).write(graphs, Goldens.links()).replaceAll("\\s+", " ");
    if (format.equals("json")) {
      assertThat(text).contains("knownCurrency", "\"leave_empty\"", "\"give_failure\"");
    } else {
      assertThat(text)
          .contains("checked by sums and knownCurrency")
          .contains("failing items left empty")
          .contains("failing items give their failure");
    }
  }

  @Test
  void svgIsXml() throws Exception {
    byte[] svg = write("svg").getBytes(StandardCharsets.UTF_8);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @Test
  void jsonHasNodesAndEdges() throws IOException {
    JsonNode graphs = new ObjectMapper().readTree(write("json")).path("graphs");
    assertThat(graphs).hasSize(Goldens.graphs(StepTimes.byKind()).size());
    for (JsonNode graph : graphs) {
      List<String> ids = graph.path("nodes").findValuesAsText("id");
      assertThat(ids).doesNotHaveDuplicates().contains("result");
      assertThat(graph.path("edges"))
          .allSatisfy(
              edge ->
                  assertThat(ids).contains(edge.path("from").asText(), edge.path("to").asText()));
    }
  }

  @Test
  void mermaidAndDotLabelConditions() throws IOException {
    assertThat(write("mermaid"))
        .startsWith("flowchart LR\n")
        .contains("-.->|\"intent is REFUND\"|")
        .contains("#lt;")
        .doesNotContain("Optional<");
    assertThat(write("dot"))
        .startsWith("digraph")
        .contains("label=\"intent is REFUND\"")
        .contains("lhead=");
  }

  @Test
  void namesAreNeverMarkup() throws IOException {
    String json = Files.readString(Path.of("../processor/src/test/resources/golden/Support.json"));
    String evil = json.replace("intent is REFUND", "<script>alert(1)</script>\\\"'&");
    List<EntryGraph> graphs =
        EntryGraph.of(DescriptorReader.read(evil, "evil"), StepTimes.byKind());
    for (String format : List.of("html", "svg")) {
      assertThat(GraphFormat.of(format).write(graphs, Goldens.links()))
          .doesNotContain("<script>alert")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    }
  }

  /**
   * Each text of a descriptor holds what a terminal would obey, and what would begin a new line.
   */
  @ParameterizedTest
  @ValueSource(strings = {"text", "mermaid", "dot"})
  void namesAreNeverCommandsOfATerminal(String format) throws IOException {
    String json = Files.readString(Path.of("../processor/src/test/resources/golden/Support.json"));
    String evil = "\\u001b[31m\\u0000\\u009b\\u202e\\n<b>";
    for (String text : List.of("Support", "ticket", "intent", "handle", "gpt-4o", "Handled")) {
      String damaged = json.replace("\"" + text + "\"", "\"" + text + evil + "\"");
      assertThat(damaged).as(text).isNotEqualTo(json);
      List<EntryGraph> graphs =
          EntryGraph.of(DescriptorReader.read(damaged, "evil"), StepTimes.byKind());
      assertThat(GraphFormat.of(format).write(graphs, Goldens.links()))
          .contains(text + (format.equals("dot") ? "\\\\u001b[31m" : "\\u001b[31m"))
          .matches("[\\P{Cntrl}\\n]*")
          .doesNotContain("\u009b", "\u202e", "\n<b>");
    }
  }

  @Test
  void htmlNamesNoOtherPlace() throws IOException {
    assertThat(write("html").replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", " src=", "@import", "url(");
  }

  @Test
  void saysWhichFormatsThereAre() {
    assertThatThrownBy(() -> GraphFormat.of("png"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dot, html, json, mermaid, svg, text");
  }
}
