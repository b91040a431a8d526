package io.stepwright.descriptor;

import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonSyntaxException;
import java.util.Optional;

/**
 * Reads descriptors, which may be damaged, of another version, or malicious: the depth, the numbers
 * of values and digits and, by {@link DescriptorFile}, the size are limited. Thread-safe: it has no
 * state.
 */
public final class DescriptorReader {

  private DescriptorReader() {}

  /**
   * Reads the agent of a descriptor.
   *
   * @param json the descriptor
   * @param place its origin, for messages
   * @throws DescriptorException if the text is not a descriptor, or has another version
   */
  public static AgentDescriptor read(String json, String place) {
    JsonNode root = parse(json, place);
    try {
      if (!(root instanceof JsonObject object)) {
        throw new DescriptorException("it is " + root.kind() + " in place of an object");
      }
      Fields fields = new Fields(object);
      int version = fields.count("schemaVersion");
      if (version != DescriptorWriter.SCHEMA_VERSION) {
        throw new DescriptorException(
            "it has the schema version "
                + version
                + ", and this version of Stepwright reads "
                + DescriptorWriter.SCHEMA_VERSION
                + "; give the processor and the plugin the same version, and compile again");
      }
      return new DescriptorRecords(fields).read();
    } catch (DescriptorException e) {
      throw cannotBeRead(place, e);
    }
  }

  /**
   * Reads the files that a class was generated from, from descriptors of any version.
   *
   * @param json the descriptor
   * @param place its origin, for messages
   * @return empty if the descriptor names no agent
   * @throws DescriptorException if the text is not JSON, or the list of files is malformed
   */
  public static Optional<AgentSources> sources(String json, String place) {
    JsonNode root = parse(json, place);
    try {
      if (!(root instanceof JsonObject object)) {
        return Optional.empty();
      }
      Fields fields = new Fields(object);
      return fields.has("type") && fields.has("generated")
          ? Optional.of(
              new AgentSources(
                  fields.text("type"),
                  fields.text("generated"),
                  DescriptorRecords.resources(fields)))
          : Optional.empty();
    } catch (DescriptorException e) {
      throw cannotBeRead(place, e);
    }
  }

  private static JsonNode parse(String json, String place) {
    try {
      return JsonFile.parse(json);
    } catch (JsonSyntaxException e) {
      throw new DescriptorException(
          place + " is not JSON; compile the agent again: " + e.problem(), e);
    }
  }

  private static DescriptorException cannotBeRead(String place, DescriptorException e) {
    return new DescriptorException(place + " cannot be read: " + e.getMessage(), e);
  }
}
