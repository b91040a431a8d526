package io.stepwright.it.checks;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Check;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.OnFailure;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.ItemResult;
import java.util.List;
import java.util.Optional;

/** Reads invoices: a check and constructors judge the model's answer. */
@Agent
public abstract class Bookkeeper {

  public record Line(String text, int cents) {
    /** Refuses negative amounts. */
    public Line {
      if (cents < 0) {
        throw new IllegalArgumentException("an amount is never negative");
      }
    }
  }

  public record Invoice(List<Line> lines, int total) {}

  @EntryPoint("invoice")
  public abstract AgentResult<Invoice> read(String document);

  @EntryPoint("invoices")
  public abstract AgentResult<List<ItemResult<Invoice>>> readAll(List<String> documents);

  @AgentStep
  @Model("tiny")
  @Prompt("Read {{document}}")
  protected abstract Invoice invoice(String document);

  @Check("invoice")
  protected Optional<String> sums(Invoice invoice, String document) {
    int sum = invoice.lines().stream().mapToInt(Line::cents).sum();
    return sum == invoice.total()
        ? Optional.empty()
        : Optional.of("the lines of '%s' make %d".formatted(document, sum));
  }

  @AgentStep("invoices")
  @Model("tiny")
  @Prompt("Read {{document}}")
  protected abstract Invoice each(
      @Each(value = "documents", onFailure = OnFailure.GIVE_FAILURE, atOnce = 1) String document);

  @Check("invoices")
  protected Optional<String> eachSums(Invoice invoice, String document) {
    return sums(invoice, document);
  }
}
