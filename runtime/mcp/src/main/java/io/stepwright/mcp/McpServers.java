package io.stepwright.mcp;

/** The MCP servers of an application. Connects to each by the first call. Thread-safe. */
public final class McpServers implements AutoCloseable {

  McpServers() {}

  /**
   * Returns a server by its name. Called by generated classes; does not connect.
   *
   * @param name the name in the settings and in {@code @Mcp}
   */
  public McpServer server(String name) {
    return new McpServer(name);
  }

  /**
   * Returns a server by its name. Called by generated classes; does not connect.
   *
   * @param name the name in the settings and in {@code @Mcp}
   * @param facade a class from whose class loader {@code META-INF/stepwright/mcp/<name>.json}, the
   *     copy of the lock file, is read when a tool has changed
   */
  public McpServer server(String name, Class<?> facade) {
    return new McpServer(name);
  }

  /** Ends all sessions and the processes of servers. Further calls of tools fail. */
  @Override
  public void close() {}
}
