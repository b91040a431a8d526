package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TypeMismatch {
  @EntryPoint
  String run(String count, List raw);

  @AgentStep
  default String step(
      int count, // <- TypeMismatch: is of type int, but input 'count' is of type String
      @From("raw") // <- TypeMismatch: List<String>
          List<String> lines) {
    return "";
  }

  @EntryPoint("step") // <- TypeMismatch: returns Integer, but step 'step' is of type String
  Integer other(int count, List<String> raw);
}
