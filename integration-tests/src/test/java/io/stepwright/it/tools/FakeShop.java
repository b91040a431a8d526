package io.stepwright.it.tools;

import io.stepwright.it.tools.Refunds.Order;
import io.stepwright.it.tools.Refunds.Receipt;
import io.stepwright.it.tools.Refunds.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records what tools do. Their behaviour can be replaced. */
final class FakeShop implements Refunds.Shop {

  /** A behaviour. */
  interface Behaviour<T> {
    T run() throws Exception;
  }

  final List<String> done = new CopyOnWriteArrayList<>();
  volatile Behaviour<List<Order>> orders = () -> List.of(new Order("o1", 500));
  volatile Behaviour<Optional<String>> rate = () -> Optional.of("1.1");
  volatile Behaviour<Integer> pay = () -> 0;
  volatile Behaviour<Integer> block = () -> 0;

  @Override
  public List<Order> orders(String customer, Status status) throws Exception {
    done.add("orders of " + customer + " " + status);
    return orders.run();
  }

  @Override
  public Optional<String> rate(String currency) throws Exception {
    done.add("rate of " + currency);
    return rate.run();
  }

  @Override
  public Receipt pay(String customer, String orderId, int cents) throws Exception {
    done.add("pay " + customer + " " + cents + " for " + orderId);
    pay.run();
    return new Receipt(orderId, cents);
  }

  @Override
  public void block(String customer) throws Exception {
    done.add("block " + customer);
    block.run();
  }
}
