package app;

import io.stepwright.*;
import java.util.*;

@Agent
interface ThrowsThrowable {
  @EntryPoint("last")
  String run(String in);

  @AgentStep
  @Model("m")
  @Prompt("{{in}}")
  String asked(String in);

  @Check
  default Optional<String> judged(String asked) throws Throwable { // <- ThrowsThrowable
    return Optional.empty();
  }

  @AgentStep
  default String last(String asked) throws Error, Exception, Throwable { // <- ThrowsThrowable
    return asked;
  }
}
