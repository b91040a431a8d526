package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Approve;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.SideEffect;
import io.stepwright.Tool;
import io.stepwright.Tools;
import java.util.List;

@Agent
public abstract class Complaints {

  public record Ticket(String customerId, String text) {}

  public record Resolution(boolean done, String answer) {}

  public enum Status {
    OPEN,
    SHIPPED,
    RETURNED
  }

  public record Order(String id, Status status, int cents) {}

  public record Receipt(String id, int cents) {}

  public interface Shop {
    List<Order> orders(String customer, Status status);

    Receipt pay(String customer, String orderId, int cents);
  }

  private final Shop shop;

  protected Complaints(Shop shop) {
    this.shop = shop;
  }

  @EntryPoint(timeout = "30s")
  public abstract Resolution resolve(Ticket ticket);

  @AgentStep
  @Model("gpt-4o")
  @Tools(
      value = {"orders", "refund"},
      turns = 6,
      tokens = 20_000)
  @Prompt("Solve this complaint: {{ticket.text}}")
  protected abstract Resolution solve(Ticket ticket);

  /**
   * The customer's orders.
   *
   * @param status only these
   */
  @Tool(readOnly = true)
  protected List<Order> orders(@From("ticket.customerId") String customer, Status status) {
    return shop.orders(customer, status);
  }

  /**
   * Pays money back.
   *
   * @param cents at most the price
   */
  @Tool
  @SideEffect
  @Approve("Refund {{cents}} cents of {{orderId}}?")
  protected Receipt refund(
      @From("ticket.customerId") String customer, String orderId, int cents) {
    return shop.pay(customer, orderId, cents);
  }
}
