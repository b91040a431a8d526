package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

// The mistake is also the compiler's: the compiler complains by itself.
@Agent
interface UnknownType { // <- UnknownType: Nowhere
  @EntryPoint
  String run(Nowhere input);

  @AgentStep
  default String step() {
    return "";
  }
}
