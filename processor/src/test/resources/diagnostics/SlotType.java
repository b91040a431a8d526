package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface SlotType {
  record Upload(String name, byte[] bytes) {}

  @EntryPoint
  String run(Upload upload);

  @AgentStep
  @Model("m")
  @Prompt("{{upload}}") // <- SlotType: 'upload.bytes' is of type byte[]
  String step(Upload upload);
}
