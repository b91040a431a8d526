package io.stepwright.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A type, compared by its structure. */
public sealed interface TypeRef {

  /** Returns the type for messages, with simple names only. */
  String display();

  /**
   * Returns the name without package, enclosing types and type arguments; for types without a name,
   * the display text.
   */
  default String simpleName() {
    return display();
  }

  /**
   * Returns the name with package and enclosing types, without type arguments; for types without a
   * name, the display text.
   */
  default String qualifiedName() {
    return display();
  }

  /** Returns whether the type consists only of primitives and types of {@code java.*} packages. */
  boolean javaOnly();

  /** A primitive type, or {@code void}. */
  record Primitive(String name) implements TypeRef {
    @Override
    public String display() {
      return name;
    }

    @Override
    public boolean javaOnly() {
      return true;
    }
  }

  /**
   * A class or interface.
   *
   * @param packageName empty for the unnamed package
   * @param simpleNames the names of the enclosing types, then its own
   * @param arguments the type arguments
   * @param enclosing the enclosing type of an inner class if it has type arguments, otherwise null
   */
  record Declared(
      String packageName,
      List<String> simpleNames,
      List<TypeRef> arguments,
      @Nullable Declared enclosing)
      implements TypeRef {

    /** Creates a type whose enclosing types have no type arguments. */
    public Declared(String packageName, List<String> simpleNames, List<TypeRef> arguments) {
      this(packageName, simpleNames, arguments, null);
    }

    @Override
    public String display() {
      String name = simpleName() + arguments(arguments);
      return enclosing == null ? name : enclosing.display() + "." + name;
    }

    @Override
    public boolean javaOnly() {
      return packageName.startsWith("java.") && arguments.stream().allMatch(TypeRef::javaOnly);
    }

    @Override
    public String simpleName() {
      return simpleNames.get(simpleNames.size() - 1);
    }

    @Override
    public String qualifiedName() {
      String name = String.join(".", simpleNames);
      return packageName.isEmpty() ? name : packageName + "." + name;
    }

    private static String arguments(List<TypeRef> arguments) {
      return arguments.isEmpty()
          ? ""
          : arguments.stream().map(TypeRef::display).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /** An array. */
  record Array(TypeRef component) implements TypeRef {
    @Override
    public String display() {
      return component.display() + "[]";
    }

    @Override
    public boolean javaOnly() {
      return component.javaOnly();
    }
  }

  /**
   * A type variable, a wildcard, or a type that does not exist or does not exist yet.
   *
   * @param text the type as it is written in source
   */
  record Other(String text) implements TypeRef {
    @Override
    public String display() {
      return text;
    }

    @Override
    public boolean javaOnly() {
      return true;
    }
  }

  /**
   * A wildcard with a bound.
   *
   * @param extending true if the bound is an upper bound
   */
  record Wildcard(boolean extending, TypeRef bound) implements TypeRef {
    @Override
    public String display() {
      return (extending ? "? extends " : "? super ") + bound.display();
    }

    @Override
    public boolean javaOnly() {
      return bound.javaOnly();
    }
  }

  /** Returns whether this is {@code void}. */
  default boolean isVoid() {
    return this instanceof Primitive primitive && primitive.name().equals("void");
  }

  /** Returns whether this is a class of the given qualified name, regardless of type arguments. */
  default boolean isClass(String qualifiedName) {
    return this instanceof Declared declared
        && qualifiedName.endsWith(declared.simpleName()) // Cheap test that most types fail.
        && declared.qualifiedName().equals(qualifiedName);
  }
}
