package app;

import io.stepwright.*;
import java.util.*;

@Agent
interface InterfaceMethods {
  record Answer(String a, String b, String c, String d) {}

  @EntryPoint
  Answer run(String in);

  @EntryPoint
  private Answer hidden(String in) { // <- EntryPointMethod: Declare it without a body and without a modifier.
    return null;
  }

  @AgentStep
  private String a(String in) { // <- PrivateStep: Make it a default method.
    return in;
  }

  @AgentStep
  static String b(String in) { // <- StaticStep: Make it a default method.
    return in;
  }

  @AgentStep
  @Model("m") // <- ModelOnCode: Take the body away, or take @Model away.
  default String c(String in) {
    return in;
  }

  @AgentStep
  String d(String in); // <- MissingModel: or make it a default method.

  @Check("d")
  private Optional<String> check(String d) { // <- CheckMethod: default Optional<String> check(Result result)
    return Optional.empty();
  }

  String other(); // <- AbstractMethod: or make it a default method.
}
