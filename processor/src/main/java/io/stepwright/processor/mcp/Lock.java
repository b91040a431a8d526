package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lock file of an MCP server: what its tools were when somebody asked it last. Immutable.
 *
 * @param path the file, for messages
 * @param tools the tools in the order of the file
 * @param lines the lines of the file
 */
record Lock(String path, List<Tool> tools, Lines lines) {

  /**
   * A tool of the server.
   *
   * @param name its name
   * @param description its description; empty if there is none
   * @param schema the schema of its arguments
   * @param properties the schemas of the arguments by their names
   * @param required the names of the arguments that the server requires
   * @param sha256 the digest of the entry, in lower-case hexadecimal
   * @param place the entry
   */
  record Tool(
      String name,
      String description,
      JsonNode.JsonObject schema,
      Map<String, JsonNode> properties,
      Set<String> required,
      String sha256,
      JsonNode place) {}

  /** Returns the tool of a name. */
  Optional<Tool> tool(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  /** Returns the file and the line of a value, for messages. */
  String place(JsonNode value) {
    return path + ":" + lines.of(value.start());
  }
}
