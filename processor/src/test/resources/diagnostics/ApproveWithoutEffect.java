package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ApproveWithoutEffect {
  record Money(int cents, Object any) {}

  @EntryPoint
  abstract String run(String text, Money money);

  @AgentStep
  @Model("m")
  @Tools
  @Prompt("{{text}}")
  abstract String step(String text, Money money);

  /** Reads. */
  @Tool
  @Approve("Read {{id}}?") // <- ApproveWithoutEffect: Tool 'reads' has @Approve but no @SideEffect.
  int reads(String id) {
    return 1;
  }

  /** Reads only. */
  @Tool(readOnly = true)
  @Approve("Read?") // <- ApproveWithoutEffect
  int readsOnly() {
    return 1;
  }

  /** Pays. */
  @Tool
  @SideEffect
  @Approve("Pay {{cents}} cents of {{order}} to {{money.cents}} \\{{x}}?") // <- UnknownSlot: Slot {{order}} in the question of tool 'pays': ApproveWithoutEffect.pays has no parameter 'order'. It has: orderId, cents, money.
  int pays(String orderId, int cents, @From("money") Money money) { // <- ToolParameter: 'money.any' is of type Object
    return 1;
  }

  /** Pays all. */
  @Tool
  @SideEffect
  @Approve("Pay {{a b}} {{}} {{amount.any}} {{amount") // <- BadSlot: In the question of tool 'paysAll', '{{a b}}' is not a path // <- BadSlot: '{{}}' is empty // <- SlotType: Slot {{amount.any}} in the question of tool 'paysAll', cannot be written // <- BadSlot: has no closing braces
  int paysAll(@From("money.cents") Integer cents, @From("money") Money amount) { // <- ToolParameter: 'money.any' is of type Object
    return 1;
  }

  /** Asks nothing. */
  @Tool
  @SideEffect
  @Approve(" ") // <- EmptyPrompt: Tool 'asksNothing' asks for approval without a question.
  int asksNothing() {
    return 1;
  }

  /** Its model may pay. */
  @Tool
  @Model("m")
  @Tools("asksNothing")
  @Approve("Pay for {{words}}?")
  @Prompt("{{words}}")
  abstract String mayPay(String words);
}
