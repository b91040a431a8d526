package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface AbstractMethod {
  @EntryPoint
  String run();

  @AgentStep
  default String step() {
    return "";
  }

  String other(); // <- AbstractMethod: neither a step nor an entry point
}
