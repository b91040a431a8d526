package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface DuplicateName {
  record Intent(String text) {}

  @EntryPoint
  Integer run(
      String intent); // <- DuplicateName

  @AgentStep
  default Intent intent() {
    return new Intent("");
  }

  @AgentStep
  default Integer step(Intent it) {
    return 1;
  }
}
