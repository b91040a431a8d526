package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnknownInputOfRecord {
  record Both(
      String first,
      String second) {} // <- UnknownInput: Component 'second' of record app.UnknownInputOfRecord.Both [ecj none]

  @EntryPoint
  Both run();

  @AgentStep
  default String first() {
    return "";
  }
}
