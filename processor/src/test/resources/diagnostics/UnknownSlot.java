package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnknownSlot {
  record Signup(String name, String message) {}

  @EntryPoint
  String run(Signup signup);

  @AgentStep
  @Model("m")
  @Prompt(
      "{{signup.mesage}}") // <- UnknownSlot: Did you mean 'message'?
  String step(Signup signup);

  @AgentStep
  @Model("m")
  @Prompt(
      system = "{{signup.name.length}}", // <- UnknownSlot: String has no accessor 'length'
      value = "{{singup}}") // <- UnknownSlot: Did you mean 'signup'?
  Integer number(Signup signup);

  @EntryPoint
  Integer other(Signup signup);
}
