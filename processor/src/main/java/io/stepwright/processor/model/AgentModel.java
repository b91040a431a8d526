package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An agent as it is declared.
 *
 * @param name its name
 * @param type its type
 * @param binaryName the binary name of its type
 * @param kind what kind of type it is
 * @param traits what is special about the type
 * @param isPublic whether the type, and all that enclose it, are public
 * @param constructors the constructors, those that cannot be called left out
 * @param entryPoints its entry points
 * @param steps its steps
 * @param checks its checks of steps, in the order of the source
 * @param others its other methods that matter: abstract ones, and those with stray annotations
 * @param foreign annotations of others on its methods that are named like ours, by their full names
 * @param memberTypes simple names of types that it declares or inherits, each of them once
 * @param memberNames names of all its members
 * @param siblings simple names of classes of {@code java.lang} that classes of its package hide
 * @param seesGenerated whether code of its module can name {@code @Generated}
 * @param nullMarked whether it says {@code @NullMarked} of itself, and not by its package
 * @param place where it stands
 */
public record AgentModel(
    String name,
    TypeRef.Declared type,
    String binaryName,
    Kind kind,
    Set<Trait> traits,
    boolean isPublic,
    List<ConstructorModel> constructors,
    List<EntryPointModel> entryPoints,
    List<StepModel> steps,
    List<CheckModel> checks,
    List<OtherMethod> others,
    List<Named> foreign,
    List<MemberType> memberTypes,
    MemberNames memberNames,
    Set<String> siblings,
    boolean seesGenerated,
    boolean nullMarked,
    Place place) {

  /** A kind of type. */
  public enum Kind {
    ABSTRACT_CLASS,
    INTERFACE,
    /** Any other. */
    UNSUITABLE
  }

  /** What makes a type hard to extend. */
  public enum Trait {
    INNER,
    LOCAL,
    GENERIC,
    PRIVATE,
    SEALED
  }

  /**
   * A method that is neither step nor entry point.
   *
   * @param strays names of annotations on it that have no meaning there
   * @param overridden the step that it overrides, or empty
   * @param overriddenCheck the check that it overrides without being one, or empty
   */
  public record OtherMethod(
      MethodModel method, List<Named> strays, String overridden, String overriddenCheck) {}

  /** A type that the generated class inherits, and can name simply. */
  public record MemberType(TypeRef.Declared type) {}

  /** What to do if a step is wanted, and only a method of that name is there; nothing if not. */
  public Optional<String> adviceOnPlainMethod(String name) {
    boolean hasRole =
        Stream.of(
                steps.stream().map(StepModel::method),
                entryPoints.stream().map(EntryPointModel::method),
                checks.stream().map(CheckModel::method))
            .flatMap(Function.identity())
            .anyMatch(method -> method.name().equals(name));
    return memberNames.methods().contains(name) && !hasRole
        ? Optional.of("There is a method %s(…): annotate it with @AgentStep.".formatted(name))
        : Optional.empty();
  }

  /** This agent with other steps. */
  public AgentModel withSteps(List<StepModel> others) {
    return new AgentModel(
        name,
        type,
        binaryName,
        kind,
        traits,
        isPublic,
        constructors,
        entryPoints,
        others,
        checks,
        this.others,
        foreign,
        memberTypes,
        memberNames,
        siblings,
        seesGenerated,
        nullMarked,
        place);
  }

  /** The name of the class to generate, with its package. */
  public String qualifiedWiredName() {
    return qualifiedWiredName(type);
  }

  /** The name of the class to generate for an agent, with its package. */
  public static String qualifiedWiredName(TypeRef.Declared agent) {
    String prefix = agent.packageName().isEmpty() ? "" : agent.packageName() + ".";
    return prefix + wiredName(agent);
  }

  /** The simple name of the class to generate. */
  public String wiredName() {
    return wiredName(type);
  }

  private static String wiredName(TypeRef.Declared agent) {
    return "Wired" + String.join("_", agent.simpleNames());
  }
}
