package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the JSON form of a Java type with a schema of a server. Reports only values that the
 * server surely refuses: keywords that limit values of the right type, such as patterns, are left
 * to the server. Not thread-safe.
 */
final class SchemaFit {

  /** Limit of the compared pairs. Schemas with references can have more than anybody can read. */
  private static final int MOST_STEPS = 20_000;

  private static final Set<String> WHOLE_NUMBERS =
      Set.of("byte", "Byte", "short", "Short", "int", "Integer", "long", "Long", "BigInteger");

  /** The formats of JSON Schema that the types of {@code java.time} and others are written in. */
  private static final Map<String, String> FORMATS =
      Map.of(
          "LocalDate", "date",
          "Instant", "date-time",
          "OffsetDateTime", "date-time",
          "LocalTime", "time",
          "Duration", "duration",
          "UUID", "uuid");

  /** Limit of the schemas inside of each other, which references can make endless. */
  private static final int MOST_LEVELS = 200;

  private final JsonObject whole;
  private int steps;
  private int levels;

  /**
   * Creates a comparison.
   *
   * @param whole the schema in which references lead to parts of it
   */
  SchemaFit(JsonObject whole) {
    this.whole = whole;
  }

  /**
   * A part of a type that does not fit.
   *
   * @param path the part, from the parameter on; empty for the parameter itself
   * @param problem the problem, as the rest of a sentence that begins with the part
   * @param takes a description of the values that the server takes
   * @param place the schema that it does not fit
   */
  record Misfit(String path, String problem, String takes, JsonNode place) {}

  /** Returns the first part that does not fit, or null if all do. */
  @Nullable Misfit of(Shape shape, JsonNode schema) {
    return of(shape, schema, "");
  }

  private @Nullable Misfit of(Shape shape, JsonNode given, String path) {
    if (++steps > MOST_STEPS || levels > MOST_LEVELS) {
      return null;
    }
    levels++;
    Misfit misfit = resolved(shape, Schemas.resolved(given, whole), path);
    levels--;
    return misfit;
  }

  private @Nullable Misfit resolved(Shape shape, JsonNode schema, String path) {
    if (schema instanceof JsonBoolean flag && !flag.value()) {
      return misfit(shape, schema, path);
    }
    if (!(schema instanceof JsonObject object)) {
      return null;
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      List<JsonNode> choices = Schemas.schemas(object, keyword);
      if (!choices.isEmpty()) {
        Misfit first = null;
        boolean fits = false;
        for (JsonNode choice : choices) {
          Misfit misfit = of(shape, choice, path);
          fits |= misfit == null;
          first = first == null ? misfit : first;
        }
        if (!fits) {
          // The problem inside of an only choice is more useful than a list of one.
          return choices.size() == 1 ? first : misfit(shape, object, path);
        }
      }
    }
    for (JsonNode each : Schemas.schemas(object, "allOf")) {
      Misfit misfit = of(shape, each, path);
      if (misfit != null) {
        return misfit;
      }
    }
    return type(shape, object, path);
  }

  private @Nullable Misfit type(Shape shape, JsonObject schema, String path) {
    Set<String> types = Schemas.types(schema);
    if (shape instanceof Shape.Maybe maybe) {
      return of(maybe.value(), schema, path);
    }
    if (!types.isEmpty() && allowing(shape).stream().noneMatch(types::contains)) {
      return misfit(shape, schema, path);
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      return constants(enumeration, schema, path);
    }
    if (shape instanceof Shape.Sequence sequence) {
      JsonNode items = LockReader.member(schema, "items");
      return items == null ? null : of(sequence.element(), items, path + "[]");
    }
    if (shape instanceof Shape.Structure structure) {
      return structure(structure, schema, path);
    }
    if (shape instanceof Shape.Mapping mapping) {
      JsonNode values = LockReader.member(schema, "additionalProperties");
      return values == null ? null : of(mapping.value(), values, path + "[]");
    }
    return shape instanceof Shape.Text ? format(shape, schema, path) : null;
  }

  /** Returns the types of schemas that allow all values of a shape. */
  private static Set<String> allowing(Shape shape) {
    if (shape instanceof Shape.Bool) {
      return Set.of("boolean");
    }
    if (shape instanceof Shape.Numeric) {
      return WHOLE_NUMBERS.contains(shape.type().simpleName())
          ? Set.of("integer", "number")
          : Set.of("number");
    }
    if (shape instanceof Shape.Sequence) {
      return Set.of("array");
    }
    return shape.isScalar() ? Set.of("string") : Set.of("object");
  }

  private @Nullable Misfit constants(
      Shape.Enumeration enumeration, JsonObject schema, String path) {
    List<JsonNode> values = Schemas.values(schema);
    if (values == null) {
      return null;
    }
    List<String> taken = Schemas.strings(values);
    List<String> refused =
        enumeration.constants().stream()
            .map(Shape.Constant::name)
            .filter(name -> !taken.contains(name))
            .toList();
    return refused.isEmpty()
        ? null
        : new Misfit(
            path,
            "has %s %s of %s"
                .formatted(
                    refused.size() == 1 ? "the constant" : "the constants",
                    Shown.texts(refused),
                    enumeration.type().display()),
            SchemaText.of(schema, whole),
            schema);
  }

  private @Nullable Misfit structure(Shape.Structure structure, JsonObject schema, String path) {
    JsonNode given = LockReader.member(schema, "properties");
    List<Member> properties = given instanceof JsonObject object ? object.members() : List.of();
    JsonNode further = LockReader.member(schema, "additionalProperties");
    boolean open =
        further instanceof JsonObject || further instanceof JsonBoolean flag && flag.value();
    boolean described = given != null || further instanceof JsonBoolean flag && !flag.value();
    List<String> required = Schemas.strings(Schemas.schemas(schema, "required"));
    for (Shape.Component component : structure.components()) {
      String inner = path + "." + component.name();
      JsonNode property =
          properties.stream()
              .filter(each -> each.name().equals(component.name()))
              .map(Member::value)
              .findFirst()
              .orElse(further instanceof JsonObject ? further : null);
      if (property == null && described && !open) {
        return new Misfit(inner, "is unknown", SchemaText.of(schema, whole), schema);
      }
      if (component.shape() instanceof Shape.Maybe && required.contains(component.name())) {
        return new Misfit(inner, "is Optional", "only objects that have it", schema);
      }
      Misfit misfit = property == null ? null : of(component.shape(), property, inner);
      if (misfit != null) {
        return misfit;
      }
    }
    for (String name : required) {
      if (structure.components().stream().noneMatch(each -> each.name().equals(name))) {
        return new Misfit(
            path,
            "has no component %s".formatted(Shown.text(name)),
            "only objects that have it",
            schema);
      }
    }
    return null;
  }

  private @Nullable Misfit format(Shape shape, JsonObject schema, String path) {
    String written = FORMATS.get(shape.type().simpleName());
    return written != null
            && LockReader.member(schema, "format") instanceof JsonText format
            && FORMATS.containsValue(format.value())
            && !format.value().equals(written)
        ? misfit(shape, schema, path)
        : null;
  }

  private Misfit misfit(Shape shape, JsonNode schema, String path) {
    return new Misfit(
        path, "is of type " + shape.type().display(), SchemaText.of(schema, whole), schema);
  }
}
