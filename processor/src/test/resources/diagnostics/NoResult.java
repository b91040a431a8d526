package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface NoResult {
  @EntryPoint
  Number run(); // <- NoResult: @EntryPoint("step")

  @AgentStep
  default Integer step() {
    return 1;
  }
}
