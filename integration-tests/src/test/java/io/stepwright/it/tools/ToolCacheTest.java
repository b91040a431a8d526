package io.stepwright.it.tools;

import static io.stepwright.it.tools.Desk.calls;
import static io.stepwright.it.tools.Desk.orders;
import static io.stepwright.it.tools.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cached answers of steps whose tools have bound arguments. */
@Timeout(60)
class ToolCacheTest {

  @Test
  void anAnswerForOneCustomerIsNotThatForAnother() {
    try (Desk desk = new Desk()) {
      desk.server.next(calls(orders("a")), text("for c7"), calls(orders("a")), text("for c8"));
      assertThat(desk.refunds.answer(new Refunds.Ticket("c7", "Where?"))).isEqualTo("for c7");
      assertThat(desk.refunds.answer(new Refunds.Ticket("c8", "Where?"))).isEqualTo("for c8");
      assertThat(desk.server.count()).isEqualTo(4);
      assertThat(desk.refunds.answer(new Refunds.Ticket("c7", "Where?"))).isEqualTo("for c7");
      assertThat(desk.refunds.answer(new Refunds.Ticket("c8", "Where?"))).isEqualTo("for c8");
      assertThat(desk.server.count()).isEqualTo(4);
      assertThat(desk.shop.done).containsExactly("orders of c7 OPEN", "orders of c8 OPEN");
    }
  }
}
