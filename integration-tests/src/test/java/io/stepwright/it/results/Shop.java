package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.SideEffect;
import io.stepwright.runtime.AgentResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has entry points with every kind of return type, from the same steps. */
@Agent(name = "corner shop")
public abstract class Shop {

  public record Order(String id, int cents) {}

  public record Bill(int total, Optional<String> voucher, @From("voucher") Optional<String> gift) {}

  private final List<String> noted = new CopyOnWriteArrayList<>();
  private final List<String> ran = new CopyOnWriteArrayList<>();

  public List<String> noted() {
    return noted;
  }

  public List<String> ran() {
    return ran;
  }

  @EntryPoint("total")
  public abstract int total(Order order);

  @EntryPoint("voucher")
  public abstract Optional<String> voucher(Order order);

  @EntryPoint("total")
  public abstract CompletableFuture<Integer> totalLater(Order order);

  @EntryPoint("voucher")
  public abstract AgentResult<Optional<String>> voucherReported(Order order);

  @EntryPoint("voucher")
  public abstract CompletableFuture<AgentResult<Optional<String>>> voucherLater(Order order);

  @EntryPoint
  public abstract AgentResult<Bill> bill(Order order);

  @EntryPoint(also = "note")
  public abstract void remember(Order order);

  @EntryPoint(also = "note")
  public abstract CompletableFuture<Void> rememberLater(Order order);

  @AgentStep("total")
  protected int addTax(Order order) {
    ran.add("total");
    return order.cents() * 119 / 100;
  }

  @AgentStep("voucher")
  protected CompletableFuture<Optional<String>> findVoucher(int total) {
    ran.add("voucher");
    return CompletableFuture.supplyAsync(
        () -> total > 1_000 ? Optional.of("5 % off") : Optional.empty());
  }

  @AgentStep
  @SideEffect
  protected void note(Order order, Optional<String> voucher) {
    noted.add(order.id() + " " + voucher.orElse("nothing"));
  }
}
