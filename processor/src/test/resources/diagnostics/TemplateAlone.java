package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TemplateAlone {
  @EntryPoint
  String run(String name);

  @AgentStep
  @Regex("hello") // <- TemplateAlone: has @Template and @Regex
  @Template("templates/hello.txt")
  String greeting(String name);
}
