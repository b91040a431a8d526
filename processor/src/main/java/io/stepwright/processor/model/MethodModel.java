package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method as a member of the agent.
 *
 * @param name its name
 * @param parameters its parameters
 * @param returnType its return type
 * @param nullness the null annotations of its result
 * @param thrown the exceptions that it declares
 * @param modifiers its modifiers and other properties
 * @param access its access
 * @param owner the type that declares it
 * @param ownerIsInterface true if the owner is an interface
 * @param place its position in the source
 */
public record MethodModel(
    String name,
    List<ParameterModel> parameters,
    TypeRef returnType,
    Nullness nullness,
    List<TypeRef> thrown,
    Set<Modifier> modifiers,
    Access access,
    TypeRef owner,
    boolean ownerIsInterface,
    Place place) {

  /** A property of a method besides its access. */
  public enum Modifier {
    ABSTRACT,
    FINAL,
    STATIC,
    GENERIC,
    VARARGS
  }

  /** The access of a method, as seen from the agent's package. */
  public enum Access {
    PUBLIC,
    PROTECTED,
    /** Package-private, in the agent's own package. */
    PACKAGE,
    /** Package-private, in another package than the agent's. */
    OTHER_PACKAGE,
    PRIVATE
  }

  /** Returns a copy of this method with other parameters. */
  public MethodModel with(List<ParameterModel> others) {
    return new MethodModel(
        name,
        others,
        returnType,
        nullness,
        thrown,
        modifiers,
        access,
        owner,
        ownerIsInterface,
        place);
  }

  /** Returns whether the method has a modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Returns whether the method is one that every object has. */
  public boolean isOfObject() {
    return switch (name) {
      case "toString", "hashCode" -> parameters.isEmpty();
      case "equals" ->
          parameters.size() == 1 && parameters.get(0).type().isClass("java.lang.Object");
      default -> false;
    };
  }

  /** Returns the method for messages, such as {@code Onboarding.intent}. */
  public String display() {
    return owner.display() + "." + name;
  }

  /**
   * Returns the method for messages that list it beside others, with its parameter types if another
   * method has the same name.
   */
  public String display(List<MethodModel> others) {
    boolean overloaded =
        others.stream().anyMatch(other -> !other.equals(this) && other.display().equals(display()));
    return overloaded
        ? parameters.stream()
            .map(parameter -> parameter.type().display())
            .collect(Collectors.joining(", ", display() + "(", ")"))
        : display();
  }
}
