package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Tool;
import io.stepwright.Tools;
import java.util.Optional;

@Agent
abstract class UnboundOptional {
  record Ticket(String customerId) {}

  @EntryPoint
  abstract String run(Optional<Ticket> perhaps);

  @AgentStep
  @Model("m")
  @Tools("ofPerhaps")
  @Prompt("{{perhaps}}")
  abstract String throughOptional(Optional<Ticket> perhaps);

  /** A path through an Optional. */
  @Tool
  int ofPerhaps(@From("perhaps.customerId") String customer) { // <- UnboundTool: is bound to 'perhaps.customerId', which leads nowhere: Optional<Ticket> has no accessor 'customerId'.
    return 1;
  }
}
