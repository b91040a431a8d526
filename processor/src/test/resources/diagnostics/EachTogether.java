package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface EachTogether {
  record Order(List<String> lines, List<Integer> sizes) {}

  @EntryPoint(also = {"together", "joined"})
  Integer run(Order order);

  @AgentStep
  default Integer number() {
    return 1;
  }

  @AgentStep("trimmed")
  default String trim(@Each("order.lines") String line) {
    return line;
  }

  @AgentStep
  default String together(
      @Each("trimmed") String line,
      @Each("order.sizes") int size) { // <- EachTogether: made of different lists: order.lines and order.sizes
    return line;
  }

  @AgentStep
  default String joined(@Each("order.lines") String line, @Each("trimmed") String trimmed) {
    return line;
  }
}
