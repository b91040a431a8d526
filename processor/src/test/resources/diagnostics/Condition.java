package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface Condition {
  enum Plan {
    FREE,
    PRO
  }

  sealed interface Kind permits Refund, Question {}

  record Refund(int amount) implements Kind {}

  record Question(String topic) implements Kind {}

  record Ticket(Plan plan, Kind kind, String text, int size, List<String> lines) {}

  @EntryPoint(
      also = {
        "noRoot", "noAccessor", "noBoolean", "always", "noConstant", "noType", "notComparable",
        "itself", "anItem", "medium"
      })
  Integer run(Ticket ticket, Image photo);

  @AgentStep
  default Integer number() {
    return 1;
  }

  @AgentStep
  @When("risk") // <- Condition: no input or step of entry point Condition.run is named 'risk'. It has: ticket, photo, number
  default String noRoot() {
    return "";
  }

  @AgentStep
  @When("ticket.plam") // <- Condition: Did you mean 'plan'?
  default String noAccessor() {
    return "";
  }

  @AgentStep
  @When("ticket.size") // <- Condition: 'ticket.size' is of type int
  default String noBoolean() {
    return "";
  }

  @AgentStep
  @When("number") // <- Condition: and always there
  default String always() {
    return "";
  }

  @AgentStep
  @When(value = "ticket.plan", is = "PROO") // <- Condition: Plan has no 'PROO'. It has: FREE, PRO
  default String noConstant() {
    return "";
  }

  @AgentStep
  @When(value = "ticket.kind", is = "Refunds") // <- Condition: Did you mean 'Refund'?
  default String noType() {
    return "";
  }

  @AgentStep
  @When(value = "ticket.size", is = "3") // <- Condition: 'is' cannot compare
  default String notComparable() {
    return "";
  }

  @AgentStep
  @When("itself") // <- Condition: cannot depend on its own value
  default Boolean itself() {
    return true;
  }

  @AgentStep
  @When("line") // <- Condition: is an item of the list
  default String anItem(@Each("ticket.lines") String line) {
    return line;
  }

  @AgentStep
  @When(value = "photo", is = "png") // <- Condition: 'photo' is of type Image, which 'is' cannot compare
  default String medium() {
    return "";
  }
}
