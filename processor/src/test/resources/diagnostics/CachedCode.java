package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CachedCode {
  @EntryPoint(also = {"act", "remind"})
  String run(String text);

  @AgentStep
  @Cached // <- CachedCode: has a body
  default String step(String text) {
    return text;
  }

  @AgentStep
  @Cached // <- CachedSideEffect: returns no value
  default void act() {}

  @AgentStep("remind")
  @Model("m")
  @Prompt("Remind of {{text}}")
  @SideEffect
  @Cached(similarity = 0.9) // <- CachedSideEffect: is a side effect
  Integer remind(String text);
}
