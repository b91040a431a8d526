package io.stepwright.mcp;

import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonWriter;
import java.util.function.Consumer;

/** One MCP server, to which a connection is made by the first call. Thread-safe. */
public final class McpServer {

  private final String name;

  McpServer(String name) {
    this.name = name;
  }

  /** The name of the server in the settings. */
  public String name() {
    return name;
  }

  /**
   * Calls a tool. Its result is the structured content of the server's answer, or else its text: as
   * it is for a decoder of strings, and parsed as JSON for any other.
   *
   * @param tool the tool as it was reviewed
   * @param arguments writes names and values of the arguments; the object around them is there
   * @param decoder reads the result
   */
  public <T> T call(McpTool tool, Consumer<JsonWriter> arguments, JsonDecoder<T> decoder) {
    throw new UnsupportedOperationException("not yet: " + name);
  }

  /** Calls a tool that has no result; what the server answers is not read. */
  public void perform(McpTool tool, Consumer<JsonWriter> arguments) {
    throw new UnsupportedOperationException("not yet: " + name);
  }
}
