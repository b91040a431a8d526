package io.stepwright.it.real;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has steps of composed types: lists, optionals, choices, dates. */
@Agent
public interface Planner {

  enum Season {
    SPRING,
    AUTUMN
  }

  /** A way to travel. */
  sealed interface Way permits Walk, Train, Stay {}

  record Walk(int steps, Optional<Season> season) implements Way {}

  record Train(List<String> stations, boolean night) implements Way {}

  record Stay() implements Way {}

  record Ticket(LocalDate date, Instant leaves, Duration takes, BigDecimal price, UUID id) {}

  record Choice<T>(T first, Optional<T> second) {}

  record Plan(
      Way way,
      List<Season> seasons,
      Optional<Ticket> ticket,
      Choice<Season> choice,
      LocalDate date) {}

  @EntryPoint
  AgentResult<Plan> plan(String story);

  @AgentStep
  @Model("alias:planner")
  @Prompt(file = "prompts/plan.md")
  Way way(String story);

  @AgentStep
  @Model("alias:planner")
  @Prompt("When? {{way}}")
  List<Season> seasons(Way way);

  @AgentStep
  @Model("alias:planner")
  @Prompt("Which ticket, if any? {{story}}")
  Optional<Ticket> ticket(String story);

  @AgentStep
  @Model("alias:planner")
  @Prompt("Which season? {{seasons}}")
  Choice<Season> choice(List<Season> seasons);

  @AgentStep
  @Model("alias:planner")
  @Prompt("On which day? {{story}}")
  LocalDate date(String story);
}
