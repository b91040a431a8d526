package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RegexGroup {
  record Order(String id, int count) {}

  @EntryPoint
  List<Order> run(String text);

  @AgentStep
  @Regex("(?P<id>\\d+) x(?P<cuont>\\d+)") // <- RegexGroup: Did you mean 'cuont'?
  List<Order> step(String text);
}
