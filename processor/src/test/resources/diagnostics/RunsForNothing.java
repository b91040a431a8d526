package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RunsForNothing {
  @EntryPoint("reply")
  String run(boolean risky);

  @AgentStep
  default Integer history() { // <- RunsForNothing: it is used only when 'risky'
    return 1;
  }

  @AgentStep
  @When("risky")
  default Long score() {
    return 1L;
  }

  @AgentStep("reply")
  @When("risky")
  default String careful(Integer history, Long score) {
    return "";
  }

  @AgentStep("reply")
  default String usual() {
    return "";
  }
}
