package io.stepwright.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepTimes;
import io.stepwright.graph.analysis.UncountedCode;
import io.stepwright.graph.format.GraphFormat;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools of steps in all formats. */
class ToolGraphTest {

  private static final Path FILE = Path.of("src/test/resources/tools.json");

  private static List<EntryGraph> graphs() throws IOException {
    return EntryGraph.of(
        DescriptorReader.read(Files.readString(FILE), "tools.json"), StepTimes.byKind());
  }

  private static String write(String format) throws IOException {
    return GraphFormat.of(format).write(graphs(), Goldens.links());
  }

  @Test
  void toolsOfToolsFollowThem() throws IOException {
    AgentDescriptor agent = graphs().get(0).agent();
    assertThat(OfferedTools.of(agent, agent.steps().get(1)).tools())
        .extracting(OfferedTools.Use::label)
        .containsExactly(
            "orders",
            "refund",
            "github_issue_read",
            "summary",
            "summary \u203a search",
            "lookup_customer_account_history",
            "mail");
    assertThat(UncountedCode.of(graphs().get(0)))
        .isEqualTo("plan, orders, refund, search, lookup_customer_account_history, mail");
  }

  @Test
  void textNamesToolsWithTheirPropertiesAndBudget() throws IOException {
    String text = write("text");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(text)
        .isASCII()
        .contains("tools  in 6 turns, 20,000 tokens")
        .contains("- orders (read-only, customer = ticket.customerId)")
        .contains("- refund (side effect, approved, 1 call, fails the step)")
        .contains("- github_issue_read (mcp github, side effect)")
        .contains("- summary (model - gpt-4o-mini)")
        .contains("- summary > search (read-only)")
        .contains("tools  in 1 turn")
        .contains("beside those of the code of plan,");
  }

  @Test
  void jsonHasWhatToolsNeedToKnow() throws IOException {
    JsonNode nodes = new ObjectMapper().readTree(write("json")).at("/graphs/0/nodes");
    JsonNode tools = nodes.path(2).at("/methods/0/tools");
    assertThat(tools.path("turns").asInt()).isEqualTo(6);
    assertThat(tools.path("tokens").asInt()).isEqualTo(20_000);
    assertThat(tools.path("offered").findValuesAsText("tool"))
        .startsWith("orders", "refund", "github_issue_read", "summary", "search");
    JsonNode refund = tools.path("offered").path(1);
    assertThat(refund.path("sideEffect").asBoolean()).isTrue();
    assertThat(refund.path("approved").asBoolean()).isTrue();
    assertThat(refund.path("calls").asInt()).isEqualTo(1);
    assertThat(tools.at("/offered/0/bound/customer").asText()).isEqualTo("ticket.customerId");
    assertThat(tools.at("/offered/4/offeredBy").asText()).isEqualTo("summary");
    assertThat(nodes.path(1).at("/methods/0/tools").isMissingNode()).isTrue();
  }

  @Test
  void mermaidAndDotHaveANodeForEachTool() throws IOException {
    String mermaid = write("mermaid");
    assertThat(mermaid)
        .contains("g0_n2 -.- g0_n2_t1")
        .contains("g0_n2_t1([\"refund<br>side effect, approved, 1 call, fails the step\"])")
        .contains("g0_n3_1 -.- g0_n3_1_t1");
    // The numbers of styled edges count all edges in their order.
    List<String> edges =
        mermaid.lines().filter(line -> line.matches(" +\\w+ (-->|-\\.->|-\\.-)[ |].*")).toList();
    mermaid
        .lines()
        .filter(line -> line.startsWith("  linkStyle "))
        .map(line -> Integer.parseInt(line.split(" +")[2]))
        .forEach(number -> assertThat(edges.get(number)).doesNotContain("_t"));
    assertThat(write("dot"))
        .contains("g0_n2 -> g0_n2_t1 [dir=none, style=dotted]")
        .contains("label=\"refund\\nside effect, approved, 1 call, fails the step\"");
  }

  @Test
  void aDrawingHasChipsWithMarksAndALegendForThem() throws IOException {
    String svg = write("svg");
    assertThat(svg.split("class=\"chip code\"", -1)).hasSizeGreaterThan(5);
    assertThat(svg)
        .contains("class=\"chip model\"", "class=\"chip mcp\"", "class=\"bolt\"")
        .contains("class=\"tick-mark\"", "tool that a model answers", "needs an approval");
    assertThat(GraphFormat.of("svg").write(Goldens.graphs(StepTimes.byKind()), Goldens.links()))
        .doesNotContain("class=\"chip ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "svg"})
  void namesOfToolsAreNeverMarkup(String format) throws IOException {
    String evil =
        Files.readString(FILE)
            .replace("\"model\": \"gpt-4o-mini\"", "\"model\": \"<script>\\\"'&\"");
    List<EntryGraph> graphs =
        EntryGraph.of(DescriptorReader.read(evil, "evil"), StepTimes.byKind());
    assertThat(GraphFormat.of(format).write(graphs, Goldens.links()))
        .doesNotContain("<script>\"")
        .contains("&lt;script&gt;&quot;&#39;&amp;");
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void nothingOverlapsOnAPageWithTools(Scheme scheme) throws IOException {
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
    String html = write("html");
    PageCheck.check(html, scheme);
    PageCheck.check(write("svg"), scheme);
    Path folder = Files.createDirectories(Path.of("target/screenshots"));
    Chromium.find().screenshot(html, scheme, 1300, 900, folder.resolve("tools-" + scheme + ".png"));
  }
}
