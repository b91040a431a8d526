package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

class NameTaken {
  @Agent
  interface Inner { // <- NameTaken: WiredNameTaken_Inner
    @EntryPoint
    String run();

    @AgentStep
    default String step() {
      return "";
    }
  }
}

class WiredNameTaken_Inner {}
