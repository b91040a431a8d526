package io.stepwright.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.EstimatedTimes;
import io.stepwright.graph.drawing.Picture;
import io.stepwright.graph.drawing.Picture.Edge;
import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.Picture.Shape;
import io.stepwright.graph.drawing.SvgDrawing;
import io.stepwright.graph.format.GraphFormat;
import io.stepwright.graph.layout.RandomGraph;
import io.stepwright.testing.browser.Chromium;
import io.stepwright.testing.browser.Chromium.Scheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks rendered pages and keeps screenshots in {@code target/screenshots}. */
class ScreenshotTest {

  @BeforeEach
  void needsChromium() {
    assumeTrue(Chromium.isAvailable(), Chromium.HOW_TO_INSTALL);
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void thePageOfAllGoldenAgents(Scheme scheme) throws IOException {
    List<EntryGraph> graphs = Goldens.graphs(EstimatedTimes.parse("gpt-4o-mini=400ms"));
    String html = GraphFormat.of("html").write(graphs, Goldens.links());
    JsonNode page = PageCheck.check(html, scheme);
    assertThat(page.path("nodes").asInt())
        .isEqualTo(graphs.stream().mapToInt(graph -> graph.nodes().size()).sum());
    assertThat(page.path("background").asText())
        .isEqualTo(scheme == Scheme.DARK ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)");
    Path png =
        Files.createDirectories(Path.of("target/screenshots"))
            .resolve("goldens-" + scheme + ".png");
    Chromium.find().screenshot(html, scheme, 1500, 3800, png);
    BufferedImage image = ImageIO.read(png.toFile());
    int corner = image.getRGB(2, 2) & 0xFF;
    assertThat(corner).isBetween(scheme == Scheme.DARK ? 0 : 240, scheme == Scheme.DARK ? 40 : 255);
  }

  @Test
  void thePageFitsAWindowOf1280Pixels() throws IOException {
    String html =
        GraphFormat.of("html").write(Goldens.graphs(EstimatedTimes.parse("")), Goldens.links());
    JsonNode page = PageCheck.check(html, Scheme.LIGHT, 1280);
    assertThat(page.path("pageWidth").asInt()).as("no scroll bar of the page").isEqualTo(1280);
    assertThat(page.path("smallestText").asDouble()).as("pixels").isGreaterThan(8.5);
    assertThat(page.path("beyond")).as("drawings that are cut").isEmpty();
    assertThat(page.path("shrunk").asInt()).as("wide drawings that fit").isPositive();
  }

  @Test
  void aDrawingOfEveryFormOfText() throws IOException {
    String html =
        GraphFormat.of("svg").write(Goldens.graphs(EstimatedTimes.parse("")), Goldens.links());
    PageCheck.check(html, Scheme.LIGHT);
  }

  @Test
  void randomGraphs() throws IOException {
    StringBuilder html = new StringBuilder("<style>" + SvgDrawing.style() + "</style>");
    Random random = new Random(3);
    int nodes = 0;
    for (int seed = 0; seed < 40; seed++) {
      int size = 1 + random.nextInt(60);
      RandomGraph graph = RandomGraph.of(seed, size, random.nextDouble() * 2.5, 8);
      html.append(SvgDrawing.of(picture(graph, "r" + seed + "-", random)).element("Random"));
      nodes += size;
    }
    JsonNode page = PageCheck.check(html.toString(), Scheme.LIGHT);
    assertThat(page.path("nodes").asInt()).isEqualTo(nodes);
  }

  /** The check itself finds mistakes. */
  @Test
  void findsWhatOverlaps() {
    String svg =
        SvgDrawing.of(picture(RandomGraph.of(1, 12, 1.5, 4), "x-", new Random(1))).element("");
    String moved = svg.replaceFirst("class=\"box\" x=\"[^\"]*\"", "class=\"box\" x=\"160\"");
    assertThatThrownBy(
            () ->
                PageCheck.check("<style>" + SvgDrawing.style() + "</style>" + moved, Scheme.LIGHT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("text outside of its box");
    assertThatThrownBy(() -> PageCheck.check(svg + "<img src=\"nothing-there.png\">", Scheme.LIGHT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("error");
  }

  private static Picture picture(RandomGraph graph, String id, Random random) {
    List<Node> nodes = new ArrayList<>();
    for (var node : graph.nodes()) {
      List<Part> parts = new ArrayList<>();
      for (int i = random.nextInt(8) == 0 ? 2 + random.nextInt(3) : 0; i > 0; i--) {
        parts.add(
            new Part(node.id() + ":" + i, List.of("code"), label(random), random.nextBoolean()));
      }
      boolean stacked = parts.isEmpty() && random.nextInt(4) == 0;
      nodes.add(new Node(node.id(), Shape.BOX, List.of("model"), label(random), stacked, parts));
    }
    List<Edge> edges = new ArrayList<>();
    for (var edge : graph.edges()) {
      String text = edge.isLabelled() ? words(random, 1 + random.nextInt(4)) : null;
      edges.add(new Edge(edge.from(), edge.to(), List.of(), text, null, edge.main()));
    }
    return new Picture(id, "A random graph", nodes, edges);
  }

  private static Label label(Random random) {
    List<String> details = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      details.add(words(random, 1 + random.nextInt(5)));
    }
    String note = random.nextBoolean() ? words(random, 1) : null;
    return new Label(
        words(random, 1 + random.nextInt(3)), note, random.nextBoolean(), details, null, null);
  }

  private static String words(Random random, int count) {
    List<String> all =
        List.of(
            "Wwwmmm",
            "iiillltt",
            "<script>",
            "größer≥0.95",
            "MAXIMUM_WAIT",
            "a&b",
            "顧客要約",
            "0123456789");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(all.get(random.nextInt(all.size())));
    }
    return String.join(" ", words);
  }
}
