package io.stepwright.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface of an MCP server with everything resolved that code generation needs.
 *
 * @param declared the interface as it is declared
 * @param server the name of the server
 * @param tools its tools in the order of the source
 */
public record FacadeModel(AgentModel declared, String server, List<Tool> tools) {

  /** Copies the list. */
  public FacadeModel {
    tools = List.copyOf(tools);
  }

  /**
   * A method that calls a tool of the server.
   *
   * @param method the method
   * @param name the name of the tool at the server
   * @param sha256 the digest of its entry in the lock file
   * @param arguments an argument for each parameter, in their order
   * @param result the form of the result as JSON; null for a method without a result
   * @param description the description for models; empty if there is none
   */
  public record Tool(
      MethodModel method,
      String name,
      String sha256,
      List<Argument> arguments,
      @Nullable Shape result,
      String description) {

    /** Copies the list. */
    public Tool {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An argument of a tool.
   *
   * @param parameter the parameter that has its value
   * @param property its name at the server
   * @param shape the form of the value as JSON, without the parameter's {@code Optional}
   * @param description the description for models; empty if there is none
   */
  public record Argument(
      ParameterModel parameter, String property, Shape shape, String description) {}
}
