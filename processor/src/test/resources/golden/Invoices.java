package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.Check;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.OnFailure;
import io.stepwright.Prompt;
import io.stepwright.Regex;
import io.stepwright.Retry;
import io.stepwright.Template;
import io.stepwright.runtime.ItemResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Results that are judged, however they come. */
@Agent
public abstract class Invoices {
  public record Line(String text, BigDecimal amount) {}

  public record Invoice(List<Line> lines, BigDecimal total, String currency) {}

  public record Reply(String subject, String body) {}

  public record Booked(
      Invoice invoice,
      int due,
      Optional<String> discount,
      List<ItemResult<String>> accounts,
      List<Optional<String>> hints,
      Reply reply) {}

  @EntryPoint
  public abstract Booked book(String document, List<String> currencies, boolean urgent);

  @AgentStep
  @Model(value = "gpt-4o-mini", fallback = "gpt-4o")
  @Retry(maxAttempts = 4)
  @Cached
  @Prompt("Read this invoice: {{document}}")
  protected abstract Invoice invoice(String document, List<String> currencies);

  @Check
  protected Optional<String> sums(Invoice invoice) {
    BigDecimal sum =
        invoice.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return invoice.total().compareTo(sum) == 0
        ? Optional.empty()
        : Optional.of("total is not the sum of the lines, " + sum);
  }

  @Check("invoice")
  protected Optional<String> knownCurrency(Invoice invoice, List<String> currencies)
      throws IOException {
    return currencies.contains(invoice.currency())
        ? Optional.empty()
        : Optional.of("currency is none of " + currencies);
  }

  @AgentStep
  @Regex("due in (\\d+) days")
  @Model("gpt-4o-mini")
  @Prompt("In how many days is it due? {{document}}")
  protected abstract int due(String document, boolean urgent);

  @Check
  protected Optional<String> soon(int due, boolean urgent) {
    return urgent && due > 14 ? Optional.of("It is urgent.") : Optional.empty();
  }

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("Which discount is granted? {{document}}")
  protected abstract Optional<String> discount(String document);

  @Check("discount")
  protected Optional<String> percentage(String discount) {
    return discount.endsWith("%") ? Optional.empty() : Optional.of("Write a percentage.");
  }

  @AgentStep("accounts")
  @Model("gpt-4o-mini")
  @Prompt("Which account is it? {{line}}")
  protected abstract String account(
      @Each(value = "invoice.lines", onFailure = OnFailure.GIVE_FAILURE) Line line);

  @Check("accounts")
  protected Optional<String> fourDigits(String account) {
    return account.matches("\\d{4}") ? Optional.empty() : Optional.of("Write four digits.");
  }

  @AgentStep("hints")
  @Model("gpt-4o-mini")
  @Prompt("How is this booked? {{account.value}}")
  protected abstract String hint(
      @Each(value = "accounts", onFailure = OnFailure.LEAVE_EMPTY, atOnce = 4)
          ItemResult<String> account);

  @AgentStep
  @Model("gpt-4o-mini")
  @Template("reply.json")
  protected abstract Reply reply(String document, Invoice invoice);

  @Check
  protected Optional<String> mentionsTotal(Reply reply, Invoice invoice) {
    return reply.body().contains(invoice.total().toString())
        ? Optional.empty()
        : Optional.of("The body does not say the total.");
  }
}
