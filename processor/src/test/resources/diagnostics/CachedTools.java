package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class CachedTools {
  record Ticket(String customer, String text) {}

  @EntryPoint(also = {"reads", "taken", "keyed", "unkeyed"})
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

  @AgentStep
  @Model("m")
  @Cached(similarity = 0.95)
  @Tools("takesCustomer")
  @Prompt("{{ticket.text}}")
  abstract List<String> keyed(Ticket ticket);

  @AgentStep
  @Model("m")
  @Cached(similarity = 0.95) // <- CachedPersonal: Step 'unkeyed' is cached on 'ticket.text', and ticket.customer beside it
  @Tools("readsOnly")
  @Prompt("{{ticket.text}}")
  abstract Set<String> unkeyed(Ticket ticket);

  /** Takes the customer, which is a part of the key therefore. */
  @Tool(readOnly = true)
  int takesCustomer(@From("ticket.customer") String customer) {
    return 1;
  }

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
