package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class StrayAnnotation {
  @EntryPoint
  abstract String run();

  @AgentStep
  String step() {
    return "";
  }

  @Model("m") // <- StrayAnnotation: @Model
  @SideEffect // <- StrayAnnotation: @SideEffect
  String other() {
    return "";
  }

  @AgentStep
  @EntryPoint // <- StrayAnnotation: not two of them
  Integer both() {
    return 1;
  }

  @EntryPoint
  abstract Integer number();
}
