package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CheckOnCode {
  record Invoice(String number, int total) {}

  record Order(String number) {}

  @EntryPoint(also = {"found", "label", "read", "score"})
  String run(String text);

  @AgentStep
  default String code(String text) {
    return text;
  }

  @AgentStep
  @Regex("(?P<number>\\d+)")
  Optional<Order> found(String text);

  @AgentStep("read")
  @Model("m")
  @Prompt("{{text}}")
  Invoice invoice(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  double label(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  double score(String text);

  @Check("code") // <- CheckOnCode: which has a body
  default Optional<String> ofCode(String code) {
    return Optional.empty();
  }

  @Check // <- CheckOnCode: which no model answers
  default Optional<String> ofExpression(Order order) {
    return Optional.empty();
  }

  @Check("raed") // <- UnknownStep: Did you mean 'read'?
  default Optional<String> ofNothing(Invoice invoice) {
    return Optional.empty();
  }

  @Check // <- UnknownStep: is for no step: none that a model answers returns Long
  default Optional<String> ofNoType(long number) {
    return Optional.empty();
  }

  @Check // <- UnknownStep: may be for several steps: label, score return Double
  default Optional<String> ofTwo(double label) {
    return Optional.empty();
  }

  @Check("read")
  default Optional<String> ofAnother(Order order) { // <- TypeMismatch: but the result of step 'read' is of type Invoice
    return Optional.empty();
  }

  @Check
  default Optional<String> withAnother(
      Invoice invoice,
      int text) { // <- TypeMismatch: but parameter 'text' of step 'read' is of type String
    return Optional.empty();
  }

  @Check
  default Optional<String> withMore(
      Invoice invoice,
      String txet) { // <- UnknownInput: Did you mean 'text'?
    return Optional.empty();
  }
}
