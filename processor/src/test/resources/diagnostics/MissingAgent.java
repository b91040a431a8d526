package app;

import io.stepwright.*;

class MissingAgent {
  interface Forgotten { // <- MissingAgent: app.MissingAgent.Forgotten has an @EntryPoint, but is not annotated with @Agent.
    @EntryPoint
    String run(String input);

    @AgentStep
    default int length(String input) {
      return input.length();
    }
  }

  Forgotten forgotten(io.stepwright.runtime.AgentRuntime runtime) {
    return new WiredMissingAgent_Forgotten(runtime);
  }

  record Plain(String text) { // <- MissingAgent: Add @Agent to the type [ecj none]
    @EntryPoint
    String run() {
      return "";
    }
  }

  interface Base {
    @EntryPoint("text")
    String run(String input);
  }

  interface Generic<T> {
    @EntryPoint("text")
    String run(T input);
  }

  @SuppressWarnings("stepwright:MissingAgent")
  interface OfOtherModules {
    @EntryPoint("text")
    String run(String input);
  }

  interface Steps {
    @AgentStep
    default String text(String input) {
      return input;
    }
  }

  @Agent
  interface Desk extends Base, Steps {}
}
