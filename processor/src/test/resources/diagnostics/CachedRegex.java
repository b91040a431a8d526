package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CachedRegex {
  @EntryPoint
  boolean run(String text);

  @AgentStep
  @Regex("refund")
  @Cached // <- CachedRegex: Searching again costs less
  boolean refund(String text);
}
