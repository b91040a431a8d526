package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface AmbiguousInputOfRivals {
  record Ticket(String id) {}

  @EntryPoint
  String run(Ticket first);

  @AgentStep
  default String step(
      Ticket one, // <- AmbiguousInput: several parameters
      Ticket two) { // <- AmbiguousInput
    return "";
  }

  @AgentStep
  default Integer other(
      Ticket first,
      Ticket again) { // <- AmbiguousInput: is bound to another parameter already
    return 1;
  }

  @EntryPoint
  Integer number(Ticket first);
}
