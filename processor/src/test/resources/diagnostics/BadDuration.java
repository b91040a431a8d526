package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadDuration {
  @EntryPoint(timeout = "soon") // <- BadDuration: 'soon' is not a duration
  String run();

  @AgentStep
  @Timeout("0s") // <- BadDuration
  default String step() {
    return "";
  }

  @AgentStep
  @Timeout(
      value = "2s",
      attempt = "-1s") // <- BadDuration
  default Integer other() {
    return 1;
  }

  @EntryPoint(timeout = "none")
  Integer number();
}
