package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type looks like as JSON. */
public sealed interface Shape {

  /** The Java type. */
  TypeRef type();

  /** A string, in JSON and in the text of a prompt. */
  record Text(TypeRef type) implements Shape {}

  /**
   * A sealed interface: one of several records.
   *
   * @param choices the records, in the order of their declaration if they are nested together
   * @param namesByType the names of the records, by their types
   */
  record Choice(
      TypeRef type, List<Structure> choices, String description, Map<TypeRef, String> namesByType)
      implements Shape {

    /** A choice of some records, whose names are the shortest that tell them apart. */
    public Choice(TypeRef type, List<Structure> choices, String description) {
      this(
          type,
          choices,
          description,
          RecordNames.of(choices.stream().map(Structure::type).toList()));
    }

    /** The name by which one of the records is told from the others. */
    public String nameOf(Structure choice) {
      return namesByType.getOrDefault(choice.type(), choice.type().simpleName());
    }

    /** The names of all records. */
    public List<String> names() {
      return choices.stream().map(this::nameOf).toList();
    }
  }

  /** A number. */
  record Numeric(TypeRef type) implements Shape {}

  /** True or false. */
  record Bool(TypeRef type) implements Shape {}

  /** An enum, by the names of its constants. */
  record Enumeration(TypeRef type, List<Constant> constants, String description) implements Shape {

    /** The constants that a model may choose. */
    public List<Constant> answers() {
      return constants.stream().filter(Constant::isAnswer).toList();
    }
  }

  /**
   * A constant of an enum.
   *
   * @param description empty if there is none
   * @param isAnswer whether a model may choose it
   */
  record Constant(String name, String description, boolean isAnswer) {}

  /** A record, as an object. */
  record Structure(TypeRef type, List<Component> components, String description) implements Shape {}

  /**
   * A component of a record.
   *
   * @param description empty if there is none
   * @param mayBeNull whether an annotation says so of it, or of a part of it
   * @param place where it stands in a source of this compilation, or null
   */
  record Component(
      String name, Shape shape, String description, boolean mayBeNull, @Nullable Place place) {

    /** A component that no source declares: the processor has made it up. */
    public Component(String name, Shape shape, String description) {
      this(name, shape, description, false, null);
    }
  }

  /** An array of equal values. */
  record Sequence(TypeRef type, Shape element) implements Shape {

    /** Whether it is an array in Java, too. */
    public boolean isArray() {
      return type instanceof TypeRef.Array;
    }

    /** Whether it is an array of a primitive type in Java. */
    public boolean isPrimitive() {
      return type instanceof TypeRef.Array array && array.component() instanceof TypeRef.Primitive;
    }
  }

  /** An object whose names are not known. */
  record Mapping(TypeRef type, Shape value) implements Shape {}

  /** A value that may be absent. */
  record Maybe(TypeRef type, Shape value) implements Shape {}

  /** A record inside of itself. */
  record Recursive(TypeRef type) implements Shape {}

  /**
   * A type that has no form as JSON.
   *
   * @param reason why a sealed type has none; empty for other types
   */
  record Opaque(TypeRef type, String reason) implements Shape {

    /** The type and the reason, for messages. */
    public String display() {
      return reason.isEmpty() ? type.display() : type.display() + ": " + reason;
    }
  }

  /** A type with so many parts, or parts so deep in each other, that nobody takes a value of it. */
  record Large(TypeRef type) implements Shape {}

  /** Whether a prompt takes it as plain text, not as JSON. */
  default boolean isScalar() {
    return this instanceof Text
        || this instanceof Numeric
        || this instanceof Bool
        || this instanceof Enumeration;
  }
}
