package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Describe;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Regex;
import io.stepwright.Retry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every type that a model, or a regular expression, can answer. */
@Agent
public interface Answers {
  enum Level {
    /** can wait */
    LOW,
    @Describe("somebody suffers")
    HIGH
  }

  /** What to do next. */
  sealed interface Action permits Refund, Escalate, Nothing {}

  /**
   * Pay back.
   *
   * @param cents how much
   */
  record Refund(int cents, Optional<String> reason) implements Action {}

  record Escalate(Level level, List<String> to) implements Action {}

  record Nothing() implements Action {}

  record Numbers(byte b, short s, long l, float f, double d, Boolean sure, char grade, Integer i) {}

  record Times(LocalDate date, Instant at, Duration took, BigDecimal price, UUID id) {}

  record Page<T>(List<T> items, Optional<T> best, Optional<Level> level, Optional<Times> times) {}

  record Order(String id, int count, Optional<LocalDate> date) {}

  record All(
      Action action,
      List<List<Level>> grid,
      Page<Action> page,
      Optional<String> maybe,
      Numbers numbers,
      Times times,
      int score,
      Optional<Order> order,
      List<Level> levels) {}

  @EntryPoint
  All all(String text);

  @AgentStep
  @Model(value = "gpt-4o-mini", fallback = "ollama/llama3:8b")
  @Prompt("{{text}}")
  Action action(String text);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("{{action}}")
  List<List<Level>> grid(Action action);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("{{text}}")
  Page<Action> page(String text);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("{{text}}")
  Optional<String> maybe(String text);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("{{text}}")
  Numbers numbers(String text);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("{{text}}")
  Times times(String text);

  @AgentStep
  @Regex("score: (\\d+)")
  @Model("gpt-4o-mini")
  @Retry(maxAttempts = 2)
  @Prompt("How many points? {{text}}")
  int score(String text);

  @AgentStep
  @Regex("order (?P<id>[A-Z]+-\\d+) x(?P<count>\\d+)( of (?P<date>\\d{4}-\\d\\d-\\d\\d))?")
  Optional<Order> order(String text);

  @AgentStep
  @Regex("(?i)\\b(low|high)\\b")
  List<Level> levels(String text);
}
