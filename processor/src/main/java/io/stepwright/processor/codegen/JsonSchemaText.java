package io.stepwright.processor.codegen;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the strict JSON Schema of an answer: every property is required, and no other is allowed.
 * What is not an object is wrapped in one, as the property {@code value}.
 */
final class JsonSchemaText {

  private JsonSchemaText() {}

  static String of(Shape shape) {
    return shape instanceof Shape.Structure structure
        ? object(structure.components(), structure.description(), 0)
        : object(List.of(new Shape.Component("value", shape, "")), "", 0);
  }

  private static String object(List<Shape.Component> components, String description, int depth) {
    List<String> members = new ArrayList<>();
    members.add("\"type\": \"object\"");
    if (!description.isEmpty()) {
      members.add("\"description\": " + JsonText.quote(description));
    }
    List<String> properties = new ArrayList<>();
    for (Shape.Component component : components) {
      properties.add(
          JsonText.quote(component.name())
              + ": "
              + property(component.shape(), component.description(), depth + 2));
    }
    members.add("\"properties\": " + lines(properties, depth + 1));
    members.add(
        "\"required\": "
            + components.stream()
                .map(component -> JsonText.quote(component.name()))
                .collect(Collectors.joining(", ", "[", "]")));
    members.add("\"additionalProperties\": false");
    return lines(members, depth);
  }

  private static String property(Shape shape, String description, int depth) {
    if (shape instanceof Shape.Structure structure) {
      return object(
          structure.components(),
          description.isEmpty() ? structure.description() : description,
          depth);
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      return scalar("string", constants(enumeration), describe(enumeration, description));
    }
    if (shape instanceof Shape.Bool) {
      return scalar("boolean", "", description);
    }
    if (shape instanceof Shape.Numeric) {
      return number(shape.type(), description);
    }
    boolean character = !shape.type().isClass("java.lang.String");
    return scalar("string", character ? ", \"pattern\": \"^.$\"" : "", description);
  }

  private static String constants(Shape.Enumeration enumeration) {
    return enumeration.constants().stream()
        .map(constant -> JsonText.quote(constant.name()))
        .collect(Collectors.joining(", ", ", \"enum\": [", "]"));
  }

  /**
   * JSON Schema has no descriptions of single constants, so the property's description lists them.
   */
  private static String describe(Shape.Enumeration enumeration, String description) {
    String whole = description.isEmpty() ? enumeration.description() : description;
    String each =
        enumeration.constants().stream()
            .filter(constant -> !constant.description().isEmpty())
            .map(constant -> constant.name() + ": " + constant.description())
            .collect(Collectors.joining("; "));
    return Stream.of(whole, each).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String number(TypeRef type, String description) {
    String name =
        type instanceof TypeRef.Declared declared ? declared.simpleName() : type.display();
    return switch (name) {
      case "float", "double", "Float", "Double" -> scalar("number", "", description);
      case "byte", "Byte" -> whole(Byte.MIN_VALUE, Byte.MAX_VALUE, description);
      case "short", "Short" -> whole(Short.MIN_VALUE, Short.MAX_VALUE, description);
      case "int", "Integer" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE, description);
      default -> scalar("integer", "", description);
    };
  }

  private static String whole(int least, int most, String description) {
    return scalar(
        "integer", ", \"minimum\": %d, \"maximum\": %d".formatted(least, most), description);
  }

  private static String scalar(String type, String limits, String description) {
    String described =
        description.isEmpty() ? "" : ", \"description\": " + JsonText.quote(description);
    return "{\"type\": \"" + type + "\"" + limits + described + "}";
  }

  private static String lines(List<String> members, int depth) {
    String indent = "  ".repeat(depth);
    return members.stream()
        .collect(Collectors.joining(",\n  " + indent, "{\n  " + indent, "\n" + indent + "}"));
  }
}
