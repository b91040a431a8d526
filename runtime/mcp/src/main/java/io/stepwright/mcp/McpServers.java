package io.stepwright.mcp;

import io.stepwright.config.Configuration;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ConfiguredMcpServer;
import io.stepwright.config.Sources;
import io.stepwright.runtime.AgentConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The MCP servers of an application. A server is connected to by the first call of one of its
 * tools. Thread-safe.
 *
 * <pre>{@code
 * McpServers servers = McpServers.fromEnvironment();
 * GitHub github = new WiredGitHub(servers);
 * }</pre>
 */
public final class McpServers implements AutoCloseable {

  private final Configuration configuration;
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private boolean closed;

  private McpServers(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Makes servers configured by system properties, environment variables and {@code
   * stepwright.properties}, as a runtime is.
   *
   * @throws AgentConfigurationException if a setting is unknown or wrong
   */
  public static McpServers fromEnvironment() {
    return builder().build();
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a server by its name. Does not connect.
   *
   * @param name the name in the settings
   * @throws AgentConfigurationException if the server has no settings, or some that do not go
   *     together
   * @throws IllegalStateException if this has been closed
   */
  public McpServer server(String name) {
    return new McpServer(connection(name), null);
  }

  /**
   * Returns a server by its name. Called by generated classes; does not connect.
   *
   * @param name the name in the settings and in {@code @Mcp}
   * @param facade a class whose class loader finds {@code META-INF/stepwright/mcp/<name>.json}, a
   *     copy of the lock file; it is read when a tool has changed, to say what has
   * @throws AgentConfigurationException if the server has no settings, or some that do not go
   *     together
   * @throws IllegalStateException if this has been closed
   */
  public McpServer server(String name, Class<?> facade) {
    return new McpServer(connection(name), Objects.requireNonNull(facade, "facade"));
  }

  private Connection connection(String name) {
    synchronized (connections) {
      if (closed) {
        throw new IllegalStateException("These McpServers have been closed.");
      }
      Connection known = connections.get(Objects.requireNonNull(name, "name"));
      if (known == null) {
        known = connect(name);
        connections.put(name, known);
      }
      return known;
    }
  }

  private Connection connect(String name) {
    ConfiguredMcpServer settings;
    try {
      settings = configuration.mcpServer(name);
    } catch (ConfigurationException e) {
      throw wrong(e);
    }
    if (settings == null) {
      throw new AgentConfigurationException(
          null,
          ("There are no settings for the MCP server '%1$s'. Set stepwright.mcp.%1$s.url to its"
                  + " address, or stepwright.mcp.%1$s.command to the program that it is, such as"
                  + " [\"npx\",\"-y\",\"a-server\"].")
              .formatted(name));
    }
    return new Connection(name, Endpoints.of(settings), settings.timeout());
  }

  private static AgentConfigurationException wrong(ConfigurationException e) {
    return new AgentConfigurationException(null, null, String.valueOf(e.getMessage()), e);
  }

  /**
   * Ends all sessions and the processes of servers, and waits for them at most a few seconds each.
   * Calls that wait for an answer fail, and so do further ones. Closing again has no effect.
   */
  @Override
  public void close() {
    List<Connection> last;
    synchronized (connections) {
      closed = true;
      last = new ArrayList<>(connections.values());
      connections.clear();
    }
    last.forEach(Connection::close);
  }

  /** The settings of servers. No argument may be null. Not thread-safe. */
  public static final class Builder {

    private final Map<String, String> settings = new LinkedHashMap<>();

    private Builder() {}

    /** Sets a key of the configuration. It takes precedence over all other sources. */
    public Builder configuration(String key, String value) {
      settings.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Makes the servers.
     *
     * @throws AgentConfigurationException if a setting is unknown or wrong; the message lists every
     *     problem
     */
    public McpServers build() {
      try {
        return new McpServers(Configuration.of(Sources.ofProcess(settings)));
      } catch (ConfigurationException e) {
        throw wrong(e);
      }
    }
  }
}
