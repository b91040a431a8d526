package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CachedTemplate {
  @EntryPoint
  String run(String name);

  @AgentStep
  @Cached // <- CachedTemplate: Filling it again costs less
  @Template("templates/hello.txt")
  @Retry // <- BadRetry: answered by code alone
  String greeting(String name);
}
