package io.stepwright.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.stepwright.mcp.lock.Lock;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server. The first call of a tool connects to it.
 *
 * <p>A call takes at most {@code stepwright.mcp.<server>.timeout}, with the connection if there is
 * none. An interrupt, as at the end of a run, cancels it, at the server as well, and stays set.
 * Thread-safe.
 */
public final class McpServer {

  private final Connection connection;
  private final @Nullable Class<?> facade;

  McpServer(Connection connection, @Nullable Class<?> facade) {
    this.connection = connection;
    this.facade = facade;
  }

  /** The name of the server in the settings. */
  public String name() {
    return connection.server();
  }

  /**
   * Calls a tool. Its result is the structured content of the answer. If there is none, it is the
   * text of the answer: the text itself for a decoder of strings, else the JSON in it.
   *
   * @param tool the tool as it was reviewed
   * @param arguments writes the names and values of the arguments; the object around them is there
   * @param decoder reads the result
   * @throws io.stepwright.runtime.ToolRefusal if the tool reports an error; the message is the
   *     server's text, bounded, which a model is told
   * @throws McpToolChangedException if the tool is no longer what was reviewed
   * @throws McpServerUnavailableException if the server could not be asked
   * @throws McpCallException if there is no usable answer; the tool may have run
   */
  public <T> T call(McpTool tool, Consumer<JsonWriter> arguments, JsonDecoder<T> decoder) {
    return Results.read(name(), tool.name(), result(tool, arguments), decoder);
  }

  /**
   * Calls a tool for its effect. Of its answer only an error is read.
   *
   * @param tool the tool as it was reviewed
   * @param arguments writes the names and values of the arguments; the object around them is there
   * @throws io.stepwright.runtime.ToolRefusal if the tool reports an error; the message is the
   *     server's text, bounded, which a model is told
   * @throws McpToolChangedException if the tool is no longer what was reviewed
   * @throws McpServerUnavailableException if the server could not be asked
   * @throws McpCallException if there is no usable answer; the tool may have run
   */
  public void perform(McpTool tool, Consumer<JsonWriter> arguments) {
    Results.check(name(), tool.name(), result(tool, arguments));
  }

  private JsonValue result(McpTool tool, Consumer<JsonWriter> arguments) {
    String params =
        JsonWriter.write(
            tool.name(),
            arguments,
            (json, written) -> {
              json.beginObject().name("name").string(tool.name()).name("arguments").beginObject();
              written.accept(json);
              json.endObject().endObject();
            });
    return connection.request(
        McpSchema.METHOD_TOOLS_CALL, params, offered -> Pins.check(name(), tool, offered, facade));
  }

  /**
   * Asks the server for its tools, for its lock file.
   *
   * @throws McpServerUnavailableException if the server could not be asked
   */
  public Lock tools() {
    return connection.tools();
  }
}
