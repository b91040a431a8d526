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
 * @param nullness what it says about null as its result
 * @param thrown the exceptions that it declares
 * @param modifiers what is special about it
 * @param access who may call it
 * @param owner the type that declares it
 * @param ownerIsInterface whether that is an interface
 * @param place where it stands
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

  /** What a method may be, besides its access. */
  public enum Modifier {
    ABSTRACT,
    FINAL,
    STATIC,
    GENERIC,
    VARARGS
  }

  /** Who may call a method. */
  public enum Access {
    PUBLIC,
    PROTECTED,
    /** The agent's own package. */
    PACKAGE,
    /** Another package than the agent's. */
    OTHER_PACKAGE,
    PRIVATE
  }

  /** This method with other parameters. */
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

  /** Whether the method is of that kind. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** The method for messages, such as {@code Onboarding.intent}. */
  public String display() {
    return owner.display() + "." + name;
  }

  /** The method for messages beside others: with its parameters if another one has its name. */
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
