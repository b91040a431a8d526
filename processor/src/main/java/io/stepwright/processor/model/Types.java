package io.stepwright.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries about types that the compiler answers. */
public interface Types {

  /**
   * Returns whether a value of one type can be assigned to another without an unchecked conversion.
   */
  boolean assignable(TypeRef from, TypeRef to);

  /** Returns the type, boxed if it is primitive. */
  TypeRef boxed(TypeRef type);

  /** Returns whether all types that have been asked for so far exist. */
  boolean complete();

  /** Returns whether a class that extends the agent, in its package, can name the type. */
  boolean accessible(TypeRef type);

  /** Returns whether a thrown type is an exception or an error, and not another throwable. */
  boolean isExceptionOrError(TypeRef thrown);

  /**
   * Returns whether a class that extends the agent, in its package, can make values of a record
   * type.
   */
  boolean makeable(TypeRef type);

  /**
   * Returns the reason why a method that looks like an accessor of the name is none; empty if there
   * is no such method.
   */
  String whyNoAccessor(TypeRef type, String name);

  /** Returns the accessor of a name on a type: {@code x()}, {@code getX()} or {@code isX()}. */
  Optional<Accessor> accessor(TypeRef type, String name);

  /** Returns the names for which {@link #accessor} finds an accessor on a type. */
  List<String> accessorNames(TypeRef type);

  /** Returns the form of a type as JSON. */
  Shape shape(TypeRef type);

  /**
   * Returns whether, and why, descriptions of a record, a sealed interface or an enum may be lost.
   */
  DescriptionLoss descriptionLoss(TypeRef type);

  /**
   * Returns the components of a record type; empty if the type is not a record that can be made.
   */
  Optional<List<ParameterModel>> components(TypeRef type);

  /**
   * Returns the keys of the compiler warnings that declarations of the user would cause in code
   * that uses all types that have been asked for so far.
   */
  Set<String> lintKeys();

  /**
   * A method without parameters that reads a property.
   *
   * @param name the property's name
   * @param method the method's name
   * @param type its result type
   * @param owner the type that has the method if a condition narrows the value before it to that
   *     type; null if the value's own type has the method
   */
  record Accessor(String name, String method, TypeRef type, @Nullable TypeRef owner) {

    /** Creates an accessor of the value's own type. */
    public Accessor(String name, String method, TypeRef type) {
      this(name, method, type, null);
    }

    /** Returns a copy of this accessor that belongs to a narrower type than the value's own. */
    public Accessor of(TypeRef narrower) {
      return new Accessor(name, method, type, narrower);
    }
  }
}
