package io.stepwright.maven.refresh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stepwright.maven.refresh.Descriptor.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files listed in a descriptor and skips everything else. */
final class DescriptorReader {

  private static final JsonFactory JSON = new JsonFactory();

  private DescriptorReader() {}

  /**
   * Reads a descriptor.
   *
   * @return the descriptor; empty if it names no agent
   * @throws IOException if the file cannot be read or is not JSON
   */
  static Optional<Descriptor> read(Path file) throws IOException {
    Map<String, String> names = new HashMap<>();
    List<Resource> resources = new ArrayList<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("resources") && value == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = texts(json);
            resources.add(
                new Resource(
                    fields.getOrDefault("path", ""), fields.get("from"), fields.get("sha256")));
          }
        } else if (value == JsonToken.VALUE_STRING) {
          names.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    String type = names.get("type");
    String generated = names.get("generated");
    return type == null || generated == null
        ? Optional.empty()
        : Optional.of(new Descriptor(type, generated, resources));
  }

  /** Reads the fields of an object whose values are texts. */
  private static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }
}
