package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.CanonicalJson;
import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.descriptor.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lock file of an MCP server, whose texts come from that server and may be malicious. The
 * parser limits its depth and the numbers of values and digits, and the finder its size.
 */
final class LockReader {

  /** The parts of an entry that its digest covers. */
  private static final Set<String> DIGESTED =
      Set.of("name", "description", "inputSchema", "outputSchema");

  private static final String ASK_AGAIN = "Ask the server anew: mvn stepwright:mcp.";

  private final String server;
  private final String path;
  private final Lines lines;

  private LockReader(String server, String path, Lines lines) {
    this.server = server;
    this.path = path;
    this.lines = lines;
  }

  /** Signals that a lock file cannot be used. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }

    /** Returns the problem and its fix as sentences. */
    String problem() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Reads a lock file.
   *
   * @param server the name of the server
   * @param path the file, for messages
   * @throws Unusable if the text is no lock file of the server, or was changed by hand
   */
  static Lock read(String server, String path, String text) throws Unusable {
    LockReader reader = new LockReader(server, path, new Lines(text));
    try {
      return reader.lock(JsonFile.parse(text));
    } catch (JsonSyntaxException e) {
      throw reader.unusable(e.offset(), "cannot be read: " + e.problem());
    }
  }

  private Lock lock(JsonNode root) throws Unusable, JsonSyntaxException {
    JsonObject object = object(root, "");
    if (!text(object, "server").value().equals(server)) {
      throw unusable(
          text(object, "server").start(), "is the file of another server than '" + server + "'.");
    }
    if (!(member(object, "tools") instanceof JsonArray tools)) {
      throw unusable(object.start(), "has no list 'tools'.");
    }
    List<Lock.Tool> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode each : tools.items()) {
      Lock.Tool tool = tool(object(each, " among its tools"));
      if (!names.add(tool.name())) {
        throw unusable(each.start(), "has two tools of one name.");
      }
      read.add(tool);
    }
    return new Lock(path, List.copyOf(read), lines);
  }

  private Lock.Tool tool(JsonObject entry) throws Unusable, JsonSyntaxException {
    String digest = text(entry, "sha256").value();
    JsonText name = text(entry, "name");
    if (!digest.equals(digest(entry))) {
      throw unusable(
          name.start(),
          "has an entry %s that does not match its sha256: somebody has changed it by hand."
              .formatted(Shown.text(name.value())));
    }
    JsonNode description = member(entry, "description");
    JsonObject schema =
        member(entry, "inputSchema") instanceof JsonObject given
            ? given
            : new JsonObject(List.of(), entry.start(), entry.end());
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    if (member(schema, "properties") instanceof JsonObject given) {
      given.members().forEach(each -> properties.put(each.name(), each.value()));
    }
    Set<String> required = new LinkedHashSet<>();
    if (member(schema, "required") instanceof JsonArray given) {
      for (JsonNode each : given.items()) {
        if (each instanceof JsonText text) {
          required.add(text.value());
        }
      }
    }
    return new Lock.Tool(
        name.value(),
        description instanceof JsonText text ? text.value() : "",
        schema,
        properties,
        required,
        digest,
        name);
  }

  /** Returns the digest of an entry without its hint and its own digest. */
  private static String digest(JsonObject entry) throws JsonSyntaxException {
    List<Member> digested = new ArrayList<>();
    for (Member each : entry.members()) {
      if (DIGESTED.contains(each.name()) && !(each.value() instanceof JsonNode.JsonNull)) {
        digested.add(each);
      }
    }
    if (member(entry, "description") == null) {
      digested.add(new Member("description", 0, new JsonText("", List.of(), 0, 0)));
    }
    String text = CanonicalJson.of(new JsonObject(digested, entry.start(), entry.end()));
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private JsonObject object(JsonNode node, String where) throws Unusable {
    if (node instanceof JsonObject object) {
      return object;
    }
    throw unusable(node.start(), "has no object%s.".formatted(where));
  }

  private JsonText text(JsonObject object, String name) throws Unusable {
    if (member(object, name) instanceof JsonText text) {
      return text;
    }
    throw unusable(object.start(), "has no text '%s'.".formatted(name));
  }

  /** Returns the value of a property, or null. */
  static @Nullable JsonNode member(JsonObject object, String name) {
    for (Member member : object.members()) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  private Unusable unusable(int offset, String problem) {
    return new Unusable(
        "The lock file %s:%s %s %s".formatted(path, lines.of(offset), problem, ASK_AGAIN));
  }
}
