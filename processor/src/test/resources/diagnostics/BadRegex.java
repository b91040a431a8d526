package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadRegex {
  @EntryPoint
  Optional<String> run(String text);

  @AgentStep
  @Regex("(?<!a)b") // <- BadRegex: no look-around
  Optional<String> step(String text);
}
