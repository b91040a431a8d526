package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnknownStep {
  @EntryPoint(
      also = {
        "step",
        "audti" // <- UnknownStep: Did you mean 'audit'? [ecj 9]
      })
  String run();

  @AgentStep(
      after = "adit") // <- UnknownStep: Did you mean 'audit'? [ecj 16]
  default String step() {
    return "";
  }

  @AgentStep
  default void audit() {}

  @EntryPoint(
      "stop") // <- UnknownStep: Did you mean 'step'? [ecj 26]
  String other();

  @EntryPoint(also = "audit")
  void act();
}
