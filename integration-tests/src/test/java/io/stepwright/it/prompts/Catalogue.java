package io.stepwright.it.prompts;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Has a slot of every type with a JSON form. */
@Agent
public abstract class Catalogue {

  public record Pair<A, B>(A first, B second) {}

  public record Tree(String name, List<Tree> children) {}

  public record Item(
      BigDecimal price,
      LocalDate since,
      UUID id,
      char grade,
      float weight,
      double broken,
      long count,
      Boolean sold,
      Map<String, Integer> sizes,
      Set<String> tags,
      List<List<Integer>> grid,
      Optional<Pair<String, Integer>> pair,
      Tree tree) {}

  @EntryPoint
  public abstract String describe(Item item, Optional<List<Pair<String, Integer>>> more, int[] n);

  @AgentStep
  protected int sum(int[] n) {
    int sum = 0;
    for (int each : n) {
      sum += each;
    }
    return sum;
  }

  @AgentStep
  @Model("tiny")
  @Prompt("{{item}}\n{{more}}\n{{sum}}\n{{item.tree.children}}")
  protected abstract String text(Item item, Optional<List<Pair<String, Integer>>> more, int sum);
}
