package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface NestedOptional {
  @EntryPoint(also = "step")
  Integer run();

  @AgentStep
  default Integer number() {
    return 1;
  }

  @AgentStep
  default Optional<Optional<String>> step() { // <- NestedOptional
    return Optional.empty();
  }
}
