package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface Alternatives {
  @EntryPoint(
      value = "type",
      also = {"nothing"})
  String run(boolean quick);

  @AgentStep("type")
  @When("quick")
  default String text() {
    return "";
  }

  @AgentStep("type")
  @When("!quick")
  default Integer number() { // <- Alternatives: return different types
    return 1;
  }

  @AgentStep("nothing")
  @When("quick")
  default void one() {}

  @AgentStep("nothing")
  @When("!quick")
  default void other() {} // <- Alternatives: return no value
}
