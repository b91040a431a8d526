package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class EntryPointMethod {
  @EntryPoint
  private String hidden() { // <- EntryPointMethod: is private
    return "";
  }

  @EntryPoint
  static String shared() { // <- EntryPointMethod: is static
    return "";
  }

  @EntryPoint
  String written() { // <- EntryPointMethod: has a body
    return "";
  }

  @AgentStep
  String step() {
    return "";
  }
}
