package io.stepwright.it.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.it.prompts.Catalogue.Item;
import io.stepwright.it.prompts.Catalogue.Pair;
import io.stepwright.it.prompts.Catalogue.Tree;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.StepFailedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CatalogueTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final Catalogue catalogue = new WiredCatalogue(runtime);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  private static Item item(Tree tree, List<List<Integer>> grid) {
    return new Item(
        new BigDecimal("12.50"),
        LocalDate.of(2026, 1, 31),
        new UUID(0, 7),
        '"',
        0.25f,
        Double.NaN,
        Long.MAX_VALUE,
        true,
        Map.of("a\"b", 3),
        Set.of("new"),
        grid,
        Optional.of(new Pair<>("x", 1)),
        tree);
  }

  @Test
  void everyTypeIsValidJson() throws Exception {
    Tree tree = new Tree("root", List.of(new Tree("leaf", List.of())));
    catalogue.describe(
        item(tree, List.of(List.of(1, 2), List.of())),
        Optional.of(List.of(new Pair<>("y", 2))),
        new int[] {3, 4});
    String[] lines = server.requests().get(0).prompt().split("\n");
    assertThat(lines).hasSize(4);
    assertThat(JSON.readTree(lines[0]))
        .isEqualTo(
            JSON.readTree(
                """
                {"price": 12.50, "since": "2026-01-31",
                 "id": "00000000-0000-0000-0000-000000000007", "grade": "\\"", "weight": 0.25,
                 "broken": "NaN", "count": 9223372036854775807, "sold": true,
                 "sizes": {"a\\"b": 3}, "tags": ["new"], "grid": [[1, 2], []],
                 "pair": {"first": "x", "second": 1},
                 "tree": {"name": "root", "children": [{"name": "leaf", "children": []}]}}
                """));
    assertThat(lines[0]).contains("12.50");
    assertThat(lines[1]).isEqualTo("[{\"first\":\"y\",\"second\":2}]");
    assertThat(lines[2]).isEqualTo("7");
    assertThat(lines[3]).isEqualTo("[{\"name\":\"leaf\",\"children\":[]}]");
  }

  @Test
  void anAbsentSlotIsEmpty() {
    catalogue.describe(item(new Tree("root", List.of()), List.of()), Optional.empty(), new int[0]);
    assertThat(server.requests().get(0).prompt().split("\n")[1]).isEmpty();
  }

  @Test
  void aNullDeepInsideIsNamedByItsPlace() {
    Tree bad = new Tree("root", List.of(new Tree("leaf", null)));
    assertNull("{{item.tree.children.0.children}}", item(bad, List.of()));
    assertNull("{{item.grid.1}}", item(new Tree("r", List.of()), Arrays.asList(List.of(), null)));
    assertNull(
        "{{item.grid.0.1}}", item(new Tree("r", List.of()), List.of(Arrays.asList(1, null))));
    assertThat(server.count()).isZero();
  }

  private void assertNull(String slot, Item item) {
    assertThatThrownBy(() -> catalogue.describe(item, Optional.empty(), new int[0]))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContainingAll("'text'", "Catalogue", slot);
  }
}
