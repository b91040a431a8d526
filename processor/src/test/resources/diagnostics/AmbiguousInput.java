package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface AmbiguousInput {
  record Ticket(String id) {}

  @EntryPoint
  String run(Ticket first, Ticket second);

  @AgentStep
  default String step(
      Ticket ticket) { // <- AmbiguousInput: input 'first' and input 'second'
    return "";
  }
}
