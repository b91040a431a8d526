package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

abstract class LostCheckBase {
  @AgentStep
  @Model("m")
  @Prompt("Hello")
  abstract String step();

  @Check
  Optional<String> polite(String step) {
    return Optional.empty();
  }

  @Check
  Optional<String> brief(String step) {
    return Optional.empty();
  }
}

@Agent
abstract class LostCheck extends LostCheckBase {
  @EntryPoint
  abstract String run();

  @Override
  Optional<String> polite(String step) { // <- LostCheck: Repeat @Check
    return Optional.empty();
  }

  @Check
  @Override
  Optional<String> brief(String step) {
    return Optional.empty();
  }
}
