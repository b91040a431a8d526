package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface StepName {
  @EntryPoint("crm-note") // the name is wrong, not its use
  String run();

  @AgentStep("crm-note") // <- StepName
  default String step() {
    return "";
  }
}
