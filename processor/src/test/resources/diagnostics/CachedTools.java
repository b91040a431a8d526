package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class CachedTools {
  record Ticket(String customer, String text) {}

  @EntryPoint(also = {"reads", "taken"})
  abstract String run(Ticket ticket);

  @AgentStep
  @Model("m")
  @Cached // <- CachedTools: Step 'step' is cached and offers 'reads', which is not readOnly, and 'writes', which has a side effect, and 'asks', which has a side effect.
  @Tools({"reads", "readsOnly", "writes", "asks"})
  @Prompt("{{ticket.text}}")
  abstract String step(Ticket ticket);

  @AgentStep
  @Model("m")
  @Cached
  @Tools("readsOnly")
  @Prompt("{{ticket.text}}")
  abstract Integer reads(Ticket ticket);

  @AgentStep
  @Model("m")
  @Cached(similarity = 0.95) // <- CachedText: Step 'taken' is cached on 'ticket.text', and a tool takes 'ticket'.
  @Tools("takesAll")
  @Prompt("{{ticket.text}}")
  abstract Long taken(Ticket ticket);

  /** Takes all. */
  @Tool(readOnly = true)
  int takesAll(@From("ticket") Ticket ticket) {
    return 1;
  }

  /** Reads. */
  @Tool("reads")
  int reader() {
    return 1;
  }

  /** Reads only. */
  @Tool(readOnly = true)
  int readsOnly() {
    return 1;
  }

  /** Writes. */
  @Tool
  @SideEffect
  void writes() {}

  /** Its model may write. */
  @Tool
  @Model("m")
  @Tools("writes")
  @Cached // <- CachedTools: Tool 'asks' is cached and offers 'writes', which has a side effect.
  @Prompt("{{words}}")
  abstract String asks(String words);
}
