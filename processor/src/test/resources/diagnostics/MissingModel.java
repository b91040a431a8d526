package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MissingModel {
  @EntryPoint
  String run();

  @AgentStep
  String step(); // <- MissingModel

  @AgentStep
  @Prompt("Hello") // <- MissingModel
  Integer number();

  @EntryPoint
  Integer other();
}
