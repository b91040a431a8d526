package io.stepwright.it.tools;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Approve;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.OnError;
import io.stepwright.Prompt;
import io.stepwright.SideEffect;
import io.stepwright.Tool;
import io.stepwright.Tools;
import io.stepwright.runtime.AgentResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Solves complaints with the tools of a shop. */
@Agent
public abstract class Refunds {

  /** A complaint. */
  public record Ticket(String customerId, String text) {}

  /** The end of a complaint. */
  public record Resolution(boolean done, String answer) {}

  /** The state of an order. */
  public enum Status {
    OPEN,
    SHIPPED
  }

  /** An order. */
  public record Order(String id, int cents) {}

  /** The proof of a payment. */
  public record Receipt(String orderId, int cents) {}

  /** The code behind the tools. */
  public interface Shop {
    List<Order> orders(String customer, Status status) throws Exception;

    Optional<String> rate(String currency) throws Exception;

    Receipt pay(String customer, String orderId, int cents) throws Exception;

    void block(String customer) throws Exception;
  }

  private final Shop shop;

  protected Refunds(Shop shop) {
    this.shop = shop;
  }

  /** Solves a complaint. */
  @EntryPoint(value = "solve", timeout = "1m")
  public abstract AgentResult<Resolution> resolve(Ticket ticket);

  /** Solves a complaint beside the caller. */
  @EntryPoint(value = "solve", timeout = "1m")
  public abstract CompletableFuture<Resolution> resolveLater(Ticket ticket);

  /** Solves a complaint with few tokens. */
  @EntryPoint("brief")
  public abstract String resolveBriefly(Ticket ticket);

  /** Pays what somebody approves. */
  @EntryPoint(value = "payment", timeout = "1m")
  public abstract String settle(Ticket ticket);

  /** Answers from the shop's data. */
  @EntryPoint("known")
  public abstract String answer(Ticket ticket);

  @AgentStep
  @Model(value = "gpt-4o", fallback = "gpt-4o-mini")
  @Tools(
      value = {"orders", "rate", "refund", "block"},
      turns = 4)
  @Prompt("Solve this complaint: {{ticket.text}}")
  protected abstract Resolution solve(Ticket ticket);

  @AgentStep
  @Model("gpt-4o")
  @Tools(value = "orders", tokens = 1_000)
  @Prompt("Solve this complaint: {{ticket.text}}")
  protected abstract String brief(Ticket ticket);

  @AgentStep
  @Model("gpt-4o")
  @Tools("pay-back")
  @Prompt("Pay for this complaint: {{ticket.text}}")
  protected abstract String payment(Ticket ticket);

  @AgentStep
  @Model("gpt-4o")
  @Cached
  @Tools("orders")
  @Prompt("Answer: {{ticket.text}}")
  protected abstract String known(Ticket ticket);

  /**
   * The customer's orders.
   *
   * @param status only these
   */
  @Tool(readOnly = true)
  protected List<Order> orders(@From("ticket.customerId") String customer, Status status)
      throws Exception {
    return shop.orders(customer, status);
  }

  /**
   * The rate of a currency.
   *
   * @param currency its code
   */
  @Tool(calls = 2)
  protected Optional<String> rate(String currency) throws Exception {
    return shop.rate(currency);
  }

  /**
   * Pays money back.
   *
   * @param cents at most the price
   */
  @Tool
  @SideEffect
  protected Receipt refund(@From("ticket.customerId") String customer, String orderId, int cents)
      throws Exception {
    return shop.pay(customer, orderId, cents);
  }

  /** Pays money back if somebody approves. */
  @Tool("pay-back")
  @SideEffect
  @Approve("Refund {{cents}} cents of {{orderId}} to {{customer}}?")
  protected Receipt payBack(@From("ticket.customerId") String customer, String orderId, int cents)
      throws Exception {
    return shop.pay(customer, orderId, cents);
  }

  /** Blocks the customer. */
  @Tool(onError = OnError.FAIL)
  @SideEffect
  protected void block(@From("ticket.customerId") String customer) throws Exception {
    shop.block(customer);
  }
}
