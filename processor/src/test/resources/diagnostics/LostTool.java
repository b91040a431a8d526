package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

abstract class LostToolBase {
  /** Orders. */
  @Tool
  int orders() {
    return 1;
  }

  /** Refunds. */
  @Tool
  int refund() {
    return 1;
  }

  @AgentStep
  Integer wasStep(String text) {
    return 1;
  }
}

@Agent
abstract class LostTool extends LostToolBase {
  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools({"orders", "refund", "wasStep"})
  @Prompt("{{text}}")
  abstract String step(String text);

  @Override
  int orders() { // <- LostTool: LostTool.orders overrides the tool LostToolBase.orders but is not annotated with @Tool. No model could call it any more. Repeat @Tool on it
    return 1;
  }

  /** Refunds. */
  @Tool
  @Override
  int refund() {
    return 1;
  }

  /** Was a step. */
  @Tool
  @Override
  Integer wasStep(String words) { // <- LostStep: LostTool.wasStep overrides the step
    return 1;
  }
}
