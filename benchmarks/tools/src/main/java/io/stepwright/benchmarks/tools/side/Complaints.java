package io.stepwright.benchmarks.tools.side;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Tool;
import io.stepwright.Tools;
import io.stepwright.benchmarks.tools.desk.Order;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.desk.Status;
import java.util.List;

/** An agent whose model may look at orders. */
@Agent
public abstract class Complaints {

  private final Shop shop;

  Complaints(Shop shop) {
    this.shop = shop;
  }

  @EntryPoint
  public abstract Resolution solve(String complaint);

  @AgentStep
  @Model("model")
  @Tools("orders")
  @Prompt("{{complaint}}")
  protected abstract Resolution resolution(String complaint);

  /**
   * The orders of a customer.
   *
   * @param customer customer
   * @param status status
   */
  @Tool(readOnly = true)
  protected List<Order> orders(String customer, Status status) {
    return shop.orders(customer, status);
  }
}
