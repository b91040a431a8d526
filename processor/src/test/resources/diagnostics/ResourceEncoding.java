package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ResourceEncoding {
  @EntryPoint
  String run(String text);

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/latin1.md") // <- ResourceEncoding: prompts/latin1.md:1:4 has the byte 0xE9
  String step(String text);
}
