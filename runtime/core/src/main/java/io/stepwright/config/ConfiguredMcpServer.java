package io.stepwright.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an MCP server. Immutable.
 *
 * @param name its name
 * @param url its address; null if it is a program
 * @param command the program and its arguments; null if it has an address
 * @param environment the environment variables of the program
 * @param headers the headers of each request to the address
 * @param timeout the limit of a call
 */
public record ConfiguredMcpServer(
    String name,
    @Nullable String url,
    @Nullable List<String> command,
    Map<String, String> environment,
    Map<String, String> headers,
    Duration timeout) {

  /** Copies the list and the maps. */
  public ConfiguredMcpServer {
    command = command == null ? null : List.copyOf(command);
    environment = Map.copyOf(environment);
    headers = Map.copyOf(headers);
  }

  /** Leaves out the address and all that may be secret. */
  @Override
  public String toString() {
    return "ConfiguredMcpServer[name=" + name + ", timeout=" + timeout + "]";
  }
}
