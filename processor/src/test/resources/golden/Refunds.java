package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.SideEffect;
import io.stepwright.Timeout;
import io.stepwright.runtime.AgentResult;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Features that the first golden file lacks: absence, order, futures, side effects, clashes. */
@Agent(name = "Refund desk")
public abstract class Refunds {
  public record Order(String id, List<Item> items, Address address) {}

  public record Item(String name, int cents) {}

  public record Address(String city, LocalDate since) {}

  public record Run(int number) {}

  public record Verdict(double confidence, boolean fraud, char grade) {}

  public record Outcome(Verdict verdict, Optional<String> letter, int steps) {}

  private final Clock clock;

  protected Refunds(Clock clock) throws IOException {
    this.clock = clock;
  }

  @EntryPoint
  public abstract Outcome decide(Order order, Run run, String step);

  @EntryPoint(value = "letter", also = "archive", timeout = "none")
  public abstract CompletableFuture<AgentResult<Optional<String>>> write(Order order, Run run);

  @AgentStep
  @Model(value = "gpt-4o-mini", temperature = 0.2, maxOutputTokens = 200)
  @Timeout(value = "8s", attempt = "3500ms")
  @Prompt("Is this order honest? {{order}} It goes to {{order.address.city}}. {{history}}")
  protected abstract Verdict verdict(Order order, Optional<List<String>> history);

  @AgentStep
  protected CompletableFuture<Optional<List<String>>> history(Order order) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @AgentStep
  protected Optional<Integer> refund(Verdict verdict, Run run) {
    return verdict.fraud() ? Optional.empty() : Optional.of(run.number());
  }

  @AgentStep
  protected String letter(@From("refund") int cents, Order order) throws IOException {
    return order.id() + cents + clock;
  }

  @AgentStep
  @SideEffect
  protected void archive(Order order, Optional<String> letter) {}

  @AgentStep(after = "archive")
  protected int steps(Optional<Integer> refund, Order order) {
    return 4;
  }
}
