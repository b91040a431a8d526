package io.stepwright.processor.schema;

import io.stepwright.descriptor.json.JsonPrinter;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the strict JSON Schema of an answer: every property is required, and no other is allowed;
 * what may be absent may be null. What is not an object is wrapped in one, as the property {@code
 * value}: providers take nothing else at the root.
 */
public final class JsonSchemaText {

  private JsonSchemaText() {}

  /** The schema of an answer. */
  public static String of(Shape shape) {
    Map<String, Object> root =
        shape instanceof Shape.Structure structure
            ? object(structure, "")
            : object(List.of(new Shape.Component("value", shape, "")), Map.of(), "");
    return JsonPrinter.write(root);
  }

  /** The schema of an object with some components, such as the arguments of a tool. */
  public static String ofObject(List<Shape.Component> components) {
    return JsonPrinter.write(object(components, Map.of(), ""));
  }

  private static Map<String, Object> object(Shape.Structure structure, String description) {
    return object(structure.components(), Map.of(), or(description, structure.description()));
  }

  private static Map<String, Object> object(
      List<Shape.Component> components, Map<String, Object> first, String description) {
    Map<String, Object> properties = new LinkedHashMap<>(first);
    for (Shape.Component component : components) {
      properties.put(component.name(), schema(component.shape(), component.description()));
    }
    Map<String, Object> schema = typed("object", description);
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> schema(Shape shape, String description) {
    if (shape instanceof Shape.Structure structure) {
      return object(structure, description);
    }
    if (shape instanceof Shape.Choice choice) {
      return choice(choice, description);
    }
    if (shape instanceof Shape.Maybe maybe) {
      return nullable(maybe.value(), description);
    }
    if (shape instanceof Shape.Sequence sequence) {
      Map<String, Object> schema = typed("array", description);
      schema.put("items", schema(sequence.element(), ""));
      return schema;
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      Map<String, Object> schema = typed("string", describe(enumeration, description));
      schema.put("enum", enumeration.answers().stream().map(Shape.Constant::name).toList());
      return schema;
    }
    if (shape instanceof Shape.Bool) {
      return typed("boolean", description);
    }
    return shape instanceof Shape.Numeric
        ? number(shape.type(), description)
        : text(shape.type(), description);
  }

  /** One object for each record, told apart by a property that can have but one value. */
  private static Map<String, Object> choice(Shape.Choice choice, String description) {
    List<Object> choices = new ArrayList<>();
    for (Shape.Structure each : choice.choices()) {
      Map<String, Object> name = typed("string", "");
      name.put("enum", List.of(choice.nameOf(each)));
      choices.add(object(each.components(), Map.of("type", name), each.description()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    String text = or(description, choice.description());
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
    schema.put("anyOf", choices);
    return schema;
  }

  private static Map<String, Object> nullable(Shape value, String description) {
    Map<String, Object> schema = schema(value, description);
    if (value.isScalar()) {
      schema.put("type", List.of(schema.get("type"), "null"));
      if (schema.get("enum") instanceof List<?> constants) {
        List<Object> withNull = new ArrayList<>(constants);
        withNull.add(null);
        schema.put("enum", withNull);
      }
      return schema;
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("anyOf", List.of(schema, Map.of("type", "null")));
    return either;
  }

  /**
   * JSON Schema has no descriptions of single constants, so the property's description lists them.
   */
  private static String describe(Shape.Enumeration enumeration, String description) {
    String each =
        enumeration.answers().stream()
            .filter(constant -> !constant.description().isEmpty())
            .map(constant -> constant.name() + ": " + constant.description())
            .collect(Collectors.joining("; "));
    return Stream.of(or(description, enumeration.description()), each)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Object> number(TypeRef type, String description) {
    return switch (type.simpleName()) {
      case "float", "double", "Float", "Double" -> typed("number", description);
      case "byte", "Byte" -> whole(Byte.MIN_VALUE, Byte.MAX_VALUE, description);
      case "short", "Short" -> whole(Short.MIN_VALUE, Short.MAX_VALUE, description);
      case "int", "Integer" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE, description);
      // As a string: many JSON readers, and many models, round numbers.
      case "BigDecimal" -> with("pattern", StringPatterns.DECIMAL, typed("string", description));
      default -> typed("integer", description);
    };
  }

  private static Map<String, Object> text(TypeRef type, String description) {
    Map<String, Object> schema = typed("string", description);
    return switch (type.simpleName()) {
      case "LocalDate" -> with("pattern", StringPatterns.DATE, with("format", "date", schema));
      case "Instant" -> with("pattern", StringPatterns.MOMENT, with("format", "date-time", schema));
      case "LocalDateTime" -> with("pattern", StringPatterns.DATE_AND_TIME, schema);
      case "LocalTime" -> with("pattern", StringPatterns.TIME_OF_DAY, schema);
      case "OffsetDateTime" ->
          with("pattern", StringPatterns.MOMENT_AND_OFFSET, with("format", "date-time", schema));
      case "Currency" -> with("pattern", StringPatterns.CURRENCY, schema);
      case "URI" -> with("pattern", StringPatterns.URI, schema);
      case "Locale" -> with("pattern", StringPatterns.LANGUAGE_TAG, schema);
      case "UUID" -> with("format", "uuid", schema);
      case "Duration" ->
          with("pattern", StringPatterns.DURATION, with("format", "duration", schema));
      case "char", "Character" -> with("pattern", "^.$", schema);
      default -> schema;
    };
  }

  private static Map<String, Object> whole(int least, int most, String description) {
    return with("maximum", most, with("minimum", least, typed("integer", description)));
  }

  private static Map<String, Object> typed(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return description.isEmpty() ? schema : with("description", description, schema);
  }

  private static Map<String, Object> with(String name, Object value, Map<String, Object> schema) {
    schema.put(name, value);
    return schema;
  }

  private static String or(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
