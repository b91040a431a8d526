package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnknownInput {
  @EntryPoint
  String run(String message);

  @AgentStep
  default String step(
      String mesage, // <- UnknownInput: Did you mean 'message'?
      Locale locale, // <- UnknownInput: no input or step is named 'locale'
      @From("mesage") String text) { // <- UnknownInput: Did you mean 'message'?
    return "";
  }
}
