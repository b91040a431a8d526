package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface GenericAgent<T> { // <- GenericAgent: Annotate a subclass that fixes them
  @EntryPoint
  String run(T input);

  @AgentStep
  default String step(T input) {
    return "";
  }
}
