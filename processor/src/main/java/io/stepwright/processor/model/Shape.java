package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a type as JSON. */
public sealed interface Shape {

  /** Returns the Java type. */
  TypeRef type();

  /** A string, both in JSON and in the text of a prompt. */
  record Text(TypeRef type) implements Shape {}

  /**
   * A value of one of several records: a sealed interface.
   *
   * @param choices the records, in the order of their declaration if they are nested together
   * @param namesByType the names of the records by their types
   */
  record Choice(
      TypeRef type, List<Structure> choices, String description, Map<TypeRef, String> namesByType)
      implements Shape {

    /** Creates a choice of some records, with the shortest names that are unique. */
    public Choice(TypeRef type, List<Structure> choices, String description) {
      this(
          type,
          choices,
          description,
          RecordNames.of(choices.stream().map(Structure::type).toList()));
    }

    /** Returns the unique name of one of the records. */
    public String nameOf(Structure choice) {
      return namesByType.getOrDefault(choice.type(), choice.type().simpleName());
    }

    /** Returns the names of all records. */
    public List<String> names() {
      return choices.stream().map(this::nameOf).toList();
    }
  }

  /** A number. */
  record Numeric(TypeRef type) implements Shape {}

  /** True or false. */
  record Bool(TypeRef type) implements Shape {}

  /** An enum, written as the name of a constant. */
  record Enumeration(TypeRef type, List<Constant> constants, String description) implements Shape {

    /** Returns the constants that a model may choose. */
    public List<Constant> answers() {
      return constants.stream().filter(Constant::isAnswer).toList();
    }
  }

  /**
   * A constant of an enum.
   *
   * @param description empty if there is none
   * @param isAnswer true if a model may choose it
   */
  record Constant(String name, String description, boolean isAnswer) {}

  /** A record, written as an object. */
  record Structure(TypeRef type, List<Component> components, String description) implements Shape {}

  /**
   * A component of a record.
   *
   * @param description empty if there is none
   * @param mayBeNull true if the component or a part of it is annotated as nullable
   * @param place its position in a source of this compilation, or null
   */
  record Component(
      String name, Shape shape, String description, boolean mayBeNull, @Nullable Place place) {

    /** Creates a component that the processor has made up and no source declares. */
    public Component(String name, Shape shape, String description) {
      this(name, shape, description, false, null);
    }
  }

  /** An array whose elements have the same shape. */
  record Sequence(TypeRef type, Shape element) implements Shape {

    /** Returns whether the Java type is an array. */
    public boolean isArray() {
      return type instanceof TypeRef.Array;
    }

    /** Returns whether the Java type is an array of primitives. */
    public boolean isPrimitive() {
      return type instanceof TypeRef.Array array && array.component() instanceof TypeRef.Primitive;
    }
  }

  /** An object whose property names are not known at compile time. */
  record Mapping(TypeRef type, Shape value) implements Shape {}

  /** A value that may be absent. */
  record Maybe(TypeRef type, Shape value) implements Shape {}

  /** A record that occurs inside of itself. */
  record Recursive(TypeRef type) implements Shape {}

  /**
   * A type that has no form as JSON.
   *
   * @param reason why a sealed type has none; empty for other types
   */
  record Opaque(TypeRef type, String reason) implements Shape {

    /** Returns the type and the reason, for messages. */
    public String display() {
      return reason.isEmpty() ? type.display() : type.display() + ": " + reason;
    }
  }

  /** A picture, a document or a recording, which is a part of a message of its own. */
  record Medium(TypeRef type) implements Shape {}

  /** A conversation, which stands before the prompt. */
  record History(TypeRef type) implements Shape {

    /** Returns whether values of a type are conversations. */
    public static boolean is(TypeRef type) {
      return type.isClass("io.stepwright.runtime.Conversation")
          || type.isClass("io.stepwright.spi.History");
    }
  }

  /** A type with too many or too deeply nested parts to be used as a value. */
  record Large(TypeRef type) implements Shape {}

  /** Returns whether the type has no form as JSON. */
  default boolean isOpaque() {
    return this instanceof Opaque || this instanceof Medium || this instanceof History;
  }

  /** Returns whether a slot shows the value as parts of a message: a medium, or several. */
  default boolean isMedia() {
    if (this instanceof Sequence sequence) {
      return !sequence.isArray() && sequence.element() instanceof Medium;
    }
    return this instanceof Medium || this instanceof Maybe maybe && maybe.value() instanceof Medium;
  }

  /** Returns whether a prompt shows the value as plain text and not as JSON. */
  default boolean isScalar() {
    return this instanceof Text
        || this instanceof Numeric
        || this instanceof Bool
        || this instanceof Enumeration;
  }
}
