package io.stepwright.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the compiler knows about types. */
public interface Types {

  /** Whether a value of one type can be assigned to another, without an unchecked conversion. */
  boolean assignable(TypeRef from, TypeRef to);

  /** The type with its box if it is primitive. */
  TypeRef boxed(TypeRef type);

  /** Whether all types that were asked for so far exist. */
  boolean complete();

  /** Whether code of the agent's package, in a class that extends the agent, can name the type. */
  boolean accessible(TypeRef type);

  /** Whether a type that a method throws is an exception or an error, and no other throwable. */
  boolean isExceptionOrError(TypeRef thrown);

  /** Whether that code can make values of a record type. */
  boolean makeable(TypeRef type);

  /** Why a method that looks like the accessor of a name is none; empty if there is no such. */
  String whyNoAccessor(TypeRef type, String name);

  /** The accessor of a name on a type: {@code x()}, {@code getX()} or {@code isX()}. */
  Optional<Accessor> accessor(TypeRef type, String name);

  /** The names that {@link #accessor} knows on a type. */
  List<String> accessorNames(TypeRef type);

  /** What a type looks like as JSON. */
  Shape shape(TypeRef type);

  /** Whether descriptions of a record, a sealed interface or an enum may be lost. */
  DescriptionLoss descriptionLoss(TypeRef type);

  /** The components of a record type, or nothing if it is not a record that can be made. */
  Optional<List<ParameterModel>> components(TypeRef type);

  /**
   * The keys of compiler warnings that code which uses all that was asked for so far would get,
   * because of what the user declares.
   */
  Set<String> lintKeys();

  /**
   * A method without parameters that reads a property.
   *
   * @param name the property's name
   * @param method the method's name
   * @param type its result
   * @param owner the type that has the method, where a condition says that the value before it is
   *     of that narrower type; null where the value's own type has it
   */
  record Accessor(String name, String method, TypeRef type, @Nullable TypeRef owner) {

    /** An accessor of the value's own type. */
    public Accessor(String name, String method, TypeRef type) {
      this(name, method, type, null);
    }

    /** This accessor, of a narrower type than the value's own. */
    public Accessor of(TypeRef narrower) {
      return new Accessor(name, method, type, narrower);
    }
  }
}
