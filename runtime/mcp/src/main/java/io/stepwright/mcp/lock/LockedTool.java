package io.stepwright.mcp.lock;

import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A tool as a server lists it. Immutable.
 *
 * @param name its name
 * @param description what models are told about it; empty if there is nothing
 * @param inputSchema the JSON Schema of its arguments, as canonical JSON
 * @param outputSchema the JSON Schema of its structured content, as canonical JSON; null if it has
 *     none
 * @param readOnly whether the server says that it changes nothing. A hint, and not in the hash
 */
public record LockedTool(
    String name,
    String description,
    String inputSchema,
    @Nullable String outputSchema,
    boolean readOnly) {

  /**
   * Reads a tool from an answer of a server.
   *
   * @throws JsonMismatchException if it is none
   */
  public static LockedTool listed(JsonValue tool) {
    return read(
        tool,
        tool.optionalField("annotations", annotations -> annotations)
            .flatMap(annotations -> annotations.optionalField("readOnlyHint", JsonValue::asBoolean))
            .orElse(false));
  }

  /** Reads a tool from a lock file. */
  static LockedTool locked(JsonValue tool) {
    return read(tool, tool.field("readOnly", JsonValue::asBoolean));
  }

  private static LockedTool read(JsonValue tool, boolean readOnly) {
    return new LockedTool(
        tool.field("name", JsonValue::asString),
        tool.optionalField("description", JsonValue::asString).orElse(""),
        tool.field("inputSchema", LockedTool::schema),
        tool.optionalField("outputSchema", LockedTool::schema).orElse(null),
        readOnly);
  }

  private static String schema(JsonValue schema) {
    schema.names(); // Fails if it is no object.
    return schema.canonical();
  }

  /**
   * Returns the text that is hashed: canonical JSON of the name, the description and the schemas.
   */
  public String canonical() {
    StringBuilder json = new StringBuilder();
    json.append("{\"description\":").append(quoted(description));
    json.append(",\"inputSchema\":").append(inputSchema);
    json.append(",\"name\":").append(quoted(name));
    if (outputSchema != null) {
      json.append(",\"outputSchema\":").append(outputSchema);
    }
    return json.append('}').toString();
  }

  private static String quoted(String text) {
    return JsonWriter.write("tool", text, JsonWriter::string);
  }

  /** The SHA-256 of {@link #canonical}, in lower-case hexadecimal digits. */
  public String sha256() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
