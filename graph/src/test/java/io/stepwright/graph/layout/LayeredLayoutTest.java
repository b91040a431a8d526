package io.stepwright.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stepwright.graph.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties that hold for every graph. */
class LayeredLayoutTest {

  private static final List<RandomGraph> GRAPHS = randomGraphs();
  private static final List<Layout> LAYOUTS = GRAPHS.stream().map(RandomGraph::layout).toList();

  private static List<RandomGraph> randomGraphs() {
    Random random = new Random(7);
    return IntStream.range(0, 300)
        .mapToObj(
            seed ->
                RandomGraph.of(
                    seed, 1 + random.nextInt(60), random.nextDouble() * 3, 1 + random.nextInt(60)))
        .toList();
  }

  static IntStream graphs() {
    return IntStream.range(0, GRAPHS.size());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void edgesGoRight(int seed) {
    RandomGraph graph = GRAPHS.get(seed);
    Layout layout = LAYOUTS.get(seed);
    assertThat(layout.routes()).hasSameSizeAs(graph.edges());
    for (int i = 0; i < graph.edges().size(); i++) {
      LayoutEdge edge = graph.edges().get(i);
      assertThat(layout.layers().get(edge.from())).isLessThan(layout.layers().get(edge.to()));
      List<Point> points = layout.routes().get(i).points();
      for (int k = 1; k < points.size(); k++) {
        assertThat(points.get(k).x()).isGreaterThanOrEqualTo(points.get(k - 1).x());
      }
      Point first = points.get(0);
      Point last = points.get(points.size() - 1);
      assertThat(first.x()).isEqualTo(layout.node(edge.from()).right());
      assertThat(first.y()).isEqualTo(layout.node(edge.from()).middle());
      assertThat(last.x()).isCloseTo(layout.node(edge.to()).x(), within(0.001));
      assertThat(last.y())
          .isBetween(layout.node(edge.to()).y() - 0.01, layout.node(edge.to()).bottom() + 0.01);
      assertThat(layout.routes().get(i).label() != null).isEqualTo(edge.isLabelled());
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void nothingOverlaps(int seed) {
    Layout layout = LAYOUTS.get(seed);
    List<Box> boxes = new ArrayList<>(layout.nodes().values());
    layout.routes().stream().map(Route::label).filter(label -> label != null).forEach(boxes::add);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.x()).isGreaterThanOrEqualTo(-0.01);
      assertThat(box.y()).isGreaterThanOrEqualTo(-0.01);
      assertThat(box.right()).isLessThanOrEqualTo(layout.width() + 0.01);
      assertThat(box.bottom()).isLessThanOrEqualTo(layout.height() + 0.01);
      for (int k = 0; k < i; k++) {
        assertThat(box.overlaps(boxes.get(k))).as("%s and %s", box, boxes.get(k)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void noEdgeGoesThroughANode(int seed) {
    RandomGraph graph = GRAPHS.get(seed);
    Layout layout = LAYOUTS.get(seed);
    for (Route route : layout.routes()) {
      for (int k = 1; k < route.points().size(); k++) {
        Point from = route.points().get(k - 1);
        Point to = route.points().get(k);
        double top = Math.min(from.y(), to.y()) - 0.5;
        Box way = new Box(from.x(), top, to.x() - from.x(), Math.abs(to.y() - from.y()) + 1);
        if (from.y() == to.y()) {
          assertThat(layout.nodes().values()).noneMatch(way::overlaps);
          graph.edges().stream()
              .map(edge -> layout.routes().get(graph.edges().indexOf(edge)))
              .filter(other -> other != route && other.label() != null)
              .forEach(other -> assertThat(way.overlaps(other.label())).isFalse());
        } else { // A curve: no node intersects the part of the gap that the curve crosses.
          assertThat(layout.nodes().values())
              .noneMatch(box -> box.x() < to.x() - 0.01 && box.right() > from.x() + 0.01);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theOrderIsNotWorseThanTheGivenOne(int seed) {
    Layout layout = LAYOUTS.get(seed);
    assertThat(layout.crossings().after()).isLessThanOrEqualTo(layout.crossings().before());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void equalGraphsArePlacedEqually(int seed) {
    assertThat(GRAPHS.get(seed).layout()).isEqualTo(LAYOUTS.get(seed));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void aNodeIsAsFarLeftAsItCanBegin(int seed) {
    RandomGraph graph = GRAPHS.get(seed);
    Layout layout = LAYOUTS.get(seed);
    for (LayoutNode node : graph.nodes()) {
      int layer = layout.layers().get(node.id());
      assertThat(graph.edges())
          .filteredOn(edge -> edge.to().equals(node.id()))
          .as("the edges to %s", node.id())
          .allMatch(edge -> layout.layers().get(edge.from()) < layer);
      boolean first = graph.edges().stream().noneMatch(edge -> edge.to().equals(node.id()));
      assertThat(first).isEqualTo(layer == 0);
    }
  }

  @Test
  void longEdgesAreStraightBetweenTheirEnds() {
    int bent = 0;
    int straight = 0;
    for (RandomGraph graph : GRAPHS) {
      ProperGraph proper = new ProperGraph(graph.nodes(), graph.edges());
      Ordering.improve(proper.layers);
      Positions.assign(proper.layers);
      for (Segment segment : proper.chains.stream().flatMap(List::stream).toList()) {
        if (segment.isInner()) {
          boolean crossed =
              segment.from.layer < proper.layers.size()
                  && proper.layers.get(segment.from.layer).stream()
                      .flatMap(vertex -> vertex.out.stream())
                      .anyMatch(other -> other.isInner() && cross(segment, other));
          if (Math.abs(segment.from.y - segment.to.y) < 0.001) {
            straight++;
          } else {
            assertThat(crossed).as("only where two long edges cross may one bend").isTrue();
            bent++;
          }
        }
      }
    }
    assertThat(straight).isGreaterThan(20 * bent);
  }

  private static boolean cross(Segment a, Segment b) {
    return (a.from.order - b.from.order) * (a.to.order - b.to.order) < 0;
  }

  @Test
  void findsTheOrderWithoutCrossings() {
    List<LayoutNode> nodes =
        Stream.of("a", "b", "c", "d", "x", "y", "z").map(id -> new LayoutNode(id, 10, 10)).toList();
    List<LayoutEdge> edges =
        List.of(
            LayoutEdge.of("a", "z"),
            LayoutEdge.of("b", "y"),
            LayoutEdge.of("c", "x"),
            LayoutEdge.of("d", "x"));
    Layout layout = LayeredLayout.of(nodes, edges);
    assertThat(layout.crossings().before()).isEqualTo(5);
    assertThat(layout.crossings().after()).isZero();
  }

  @Test
  void growsWithTheGraphOnly() {
    // Counts places instead of time: a large graph must not need a quadratic number of them.
    RandomGraph large = RandomGraph.of(1, 1000, 1.5, 12);
    ProperGraph proper = new ProperGraph(large.nodes(), large.edges());
    assertThat(proper.layers.stream().mapToInt(List::size).sum()).isLessThan(20_000);
    Layout layout = large.layout();
    assertThat(layout.nodes()).hasSize(1000);
    assertThat(layout.crossings().after()).isLessThan(layout.crossings().before());
  }

  @Test
  void nothingNeedsNoRoom() {
    Layout layout = LayeredLayout.of(List.of(), List.of());
    assertThat(layout.width()).isZero();
    assertThat(layout.nodes()).isEmpty();
  }

  @Test
  void saysWhatIsInACycle() {
    List<LayoutNode> nodes =
        Stream.of("a", "b", "c").map(id -> new LayoutNode(id, 10, 10)).toList();
    assertThatThrownBy(
            () ->
                LayeredLayout.of(nodes, List.of(LayoutEdge.of("b", "c"), LayoutEdge.of("c", "b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[b, c]");
  }

  @Test
  void saysWhatIsNoNode() {
    assertThatThrownBy(
            () ->
                LayeredLayout.of(
                    List.of(new LayoutNode("a", 1, 1)), List.of(LayoutEdge.of("a", "nobody"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> new LayoutNode("flat", 10, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flat");
    assertThatThrownBy(
            () ->
                LayeredLayout.of(
                    List.of(new LayoutNode("a", 1, 1), new LayoutNode("a", 1, 1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two nodes have the id a");
  }
}
