package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import io.stepwright.spi.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolParameter {
  record Tree(String name, List<Tree> children) {}

  record Nothing() {}

  record Inner(Map<String, String> names) {}

  private record Hidden(String name) {}

  enum Status {
    OPEN,
    CLOSED
  }

  record Ticket(Object any, Image image, String id) {}

  @EntryPoint
  abstract String run(Ticket ticket);

  @AgentStep
  @Model("m")
  @Tools
  @Prompt("{{ticket.id}}")
  abstract String step(Ticket ticket);

  /** Chosen by the model. */
  @Tool
  int chosen(
      Map<String, String> map, // <- ToolParameter: Parameter 'map' of tool 'chosen' is of a type that no strict JSON Schema describes: 'map' is of type Map<String, String>.
      Object any, // <- ToolParameter: Parameter 'any'
      Tree tree, // <- ToolParameter: 'tree.children[]' contains itself
      Image image, // <- ToolParameter: Parameter 'image'
      Conversation conversation, // <- ToolParameter: Parameter 'conversation'
      Nothing nothing, // <- ToolParameter: 'nothing' has no components
      Inner inner, // <- ToolParameter: 'inner.names' is of type Map<String, String>
      List<?> list, // <- ToolParameter: Parameter 'list'
      byte[] bytes, // <- ToolParameter: Parameter 'bytes'
      Optional<Optional<String>> twice) { // <- ToolParameter: 'twice' is an Optional of an Optional
    return 1;
  }

  /** Goes through a list. */
  @Tool
  int each(@Each("ticket.ids") String id) { // <- ToolParameter: Parameter 'id' of tool 'each' has @Each.
    return 1;
  }

  /** Bound by code. */
  @Tool
  int bound(
      @From("ticket.any") Object any, // <- ToolParameter: Parameter 'any' of tool 'bound' is bound to a value of step 'step' that cannot be written as JSON: 'ticket.any' is of type Object.
      @From("ticket.image") Image image) { // <- ToolParameter: 'ticket.image' is of type Image
    return 1;
  }

  /** Private. */
  @Tool
  int hidden(Hidden hidden) { // <- InaccessibleType
    return 1;
  }

  /** Null. */
  @Tool
  int nullable(@Nullable String text) { // <- NullableIgnored: Parameter 'text' of ToolParameter.nullable says @Nullable
    return 1;
  }

  @interface Nullable {}

  /** All that fits. */
  @Tool
  int fits(
      boolean a,
      List<Status> b,
      Optional<String> c,
      Set<Integer> d,
      java.time.LocalDate e,
      double[] f,
      Status g,
      String... h) {
    return 1;
  }
}
