package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class CheckMethod {
  @EntryPoint(also = "other")
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  abstract String step(String text);

  @AgentStep
  @Check // <- StrayAnnotation: not two of them
  int other() {
    return 1;
  }

  @Check
  abstract Optional<String> isAbstract(String step); // <- CheckMethod: is abstract

  @Check
  private Optional<String> isPrivate(String step) { // <- CheckMethod: is private
    return Optional.empty();
  }

  @Check
  static Optional<String> isStatic(String step) { // <- CheckMethod: is static
    return Optional.empty();
  }

  @Check
  <T> Optional<String> isGeneric(String step) { // <- CheckMethod: has type parameters
    return Optional.empty();
  }

  @Check
  Optional<String> takesNothing() { // <- CheckMethod: has no parameter
    return Optional.empty();
  }

  @Check
  boolean saysNothing(String step) { // <- CheckMethod: returns boolean
    return true;
  }

  @Check
  Optional<Integer> saysANumber(String step) { // <- CheckMethod: Write a method with a body: Optional<String> saysANumber
    return Optional.empty();
  }

  @Check
  Optional<String> binds(
      String step,
      @From("text") String text) { // <- StrayAnnotation: Parameter 'text' of check CheckMethod.binds has @From
    return Optional.empty();
  }

  @Check
  @Retry // <- StrayAnnotation: @Retry on CheckMethod.retried
  Optional<String> retried(String step) {
    return Optional.empty();
  }
}
