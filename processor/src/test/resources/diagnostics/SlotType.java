package app;

import io.stepwright.*;
import java.nio.file.Path;
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

  @EntryPoint("ofFile")
  long file(Path file);

  @AgentStep
  @Model("m")
  @Prompt("{{file}}") // <- SlotType: 'file' is of type Path, the name of a file (to show the file, take an Image or a Pdf made by read)
  long ofFile(Path file);
}
