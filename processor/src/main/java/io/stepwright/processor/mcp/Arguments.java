package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Finds the arguments of a tool that parameters of a method stand for. */
final class Arguments {

  private Arguments() {}

  /**
   * Returns the name of the argument that a parameter stands for: its own name, or a name that Java
   * does not allow and whose nearest identifier it is, such as {@code per_page} for {@code
   * per-page} and {@code class_} for {@code class}.
   */
  static Optional<String> property(Lock.Tool tool, String parameter) {
    if (tool.properties().containsKey(parameter) || tool.required().contains(parameter)) {
      return Optional.of(parameter);
    }
    List<String> found =
        tool.properties().keySet().stream()
            .filter(name -> !SourceVersion.isName(name) || name.contains("."))
            .filter(name -> identifier(name).equals(parameter))
            .toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    JsonNode further = further(tool);
    boolean open =
        further instanceof JsonObject || further instanceof JsonBoolean flag && flag.value();
    return open ? Optional.of(parameter) : Optional.empty();
  }

  /** Returns the schema of an argument, or null if any value is allowed. */
  static @Nullable JsonNode schema(Lock.Tool tool, String property) {
    JsonNode schema = tool.properties().get(property);
    return schema == null ? further(tool) : schema;
  }

  /** Returns the description of an argument; empty if there is none. */
  static String text(Lock.Tool tool, String property) {
    return schema(tool, property) instanceof JsonObject schema
            && LockReader.member(schema, "description") instanceof JsonText text
        ? text.value()
        : "";
  }

  /** Returns the name of a parameter that can stand for an argument. */
  static String identifier(String property) {
    StringBuilder name = new StringBuilder();
    property
        .codePoints()
        .forEach(c -> name.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
      name.insert(0, '_');
    }
    return SourceVersion.isKeyword(name) ? name + "_" : name.toString();
  }

  private static @Nullable JsonNode further(Lock.Tool tool) {
    return LockReader.member(tool.schema(), "additionalProperties");
  }
}
