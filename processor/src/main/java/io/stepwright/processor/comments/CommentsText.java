package io.stepwright.processor.comments;

import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.descriptor.json.JsonPrinter;
import io.stepwright.descriptor.json.JsonSyntaxException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts comments to and from their file format: JSON, versioned by {@code schemaVersion}. */
final class CommentsText {

  private static final int SCHEMA_VERSION = 1;

  private CommentsText() {}

  static String write(String type, TypeComments comments) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("type", type);
    root.put("description", comments.main());
    root.put("parts", comments.parts());
    return ascii(JsonPrinter.write(root)) + "\n";
  }

  /** Parses comments; returns empty if the text is damaged or of another version. */
  static Optional<TypeComments> read(String text) {
    try {
      if (!(JsonFile.parse(text) instanceof JsonObject root)
          || !(member(root, "schemaVersion") instanceof JsonNumber version)
          || version.value().compareTo(BigDecimal.valueOf(SCHEMA_VERSION)) != 0
          || !(member(root, "description") instanceof JsonNode.JsonText main)
          || !(member(root, "parts") instanceof JsonObject named)) {
        return Optional.empty();
      }
      Map<String, String> parts = new LinkedHashMap<>();
      for (Member part : named.members()) {
        if (part.value() instanceof JsonNode.JsonText said) {
          parts.put(part.name(), said.value());
        }
      }
      return Optional.of(new TypeComments(main.value(), parts));
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private static @Nullable JsonNode member(JsonObject object, String name) {
    return object.members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::value)
        .findFirst()
        .orElse(null);
  }

  /**
   * Escapes all other characters, because compilers write files in the encoding of the sources,
   * which may be any.
   */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    json.chars()
        .forEach(
            c ->
                text.append(
                    c > '~' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
    return text.toString();
  }
}
