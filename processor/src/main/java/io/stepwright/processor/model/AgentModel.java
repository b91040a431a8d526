package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Objects;
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
 * @param kind the kind of its type
 * @param traits properties of the type that make it hard to extend
 * @param isPublic true if the type and all types that enclose it are public
 * @param constructors the constructors that the generated class can call
 * @param entryPoints its entry points
 * @param steps its steps
 * @param tools the tools that it declares or inherits, in the order of the source, and those of the
 *     MCP servers that its constructors take
 * @param checks its checks of steps, in the order of the source
 * @param others the other methods that rules check: abstract methods without a role, methods with
 *     annotations that have no meaning on them, and methods that override a step or a check without
 *     being one
 * @param foreign full names of annotations on its methods and their parameters that belong to other
 *     libraries and have the simple name of an annotation of Stepwright
 * @param memberTypes the types that it declares or inherits, one for each simple name
 * @param memberNames the names of all its members
 * @param siblings simple names of {@code java.lang} classes that are hidden by classes of its
 *     package
 * @param unqualified simple names of the types of its package if that is the unnamed package, whose
 *     types have no longer names; empty for other packages
 * @param seesGenerated true if code of its module can name {@code @Generated}
 * @param nullMarked true if the type itself, not its package, has {@code @NullMarked}
 * @param place its position in the source
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
    List<ToolModel> tools,
    List<CheckModel> checks,
    List<OtherMethod> others,
    List<Named> foreign,
    List<MemberType> memberTypes,
    MemberNames memberNames,
    Set<String> siblings,
    Set<String> unqualified,
    boolean seesGenerated,
    boolean nullMarked,
    Place place) {

  /** A kind of type. */
  public enum Kind {
    ABSTRACT_CLASS,
    INTERFACE,
    /** Any other kind, which cannot be an agent. */
    UNSUITABLE
  }

  /** A property that makes a type hard to extend. */
  public enum Trait {
    INNER,
    LOCAL,
    GENERIC,
    PRIVATE,
    SEALED
  }

  /**
   * A method that is neither a step nor an entry point.
   *
   * @param strays names of annotations on it that have no meaning there
   * @param overridden the name of the step that it overrides, or empty
   * @param overriddenCheck the name of the check that it overrides without being a check, or empty
   * @param overriddenTool the name of the tool that it overrides without being a tool, or empty
   */
  public record OtherMethod(
      MethodModel method,
      List<Named> strays,
      String overridden,
      String overriddenCheck,
      String overriddenTool) {}

  /** A type that the generated class inherits and can name by its simple name. */
  public record MemberType(TypeRef.Declared type) {}

  /**
   * Returns the advice to annotate a method, for a step that is wanted but does not exist; empty if
   * no method without a role has that name.
   */
  public Optional<String> adviceOnPlainMethod(String name) {
    return adviceOnPlainMethod(name, "@AgentStep");
  }

  /** Returns the advice to annotate a method, for a role that is wanted but that no method has. */
  public Optional<String> adviceOnPlainMethod(String name, String annotation) {
    boolean hasRole =
        Stream.of(
                steps.stream().map(StepModel::method),
                entryPoints.stream().map(EntryPointModel::method),
                checks.stream().map(CheckModel::method),
                tools.stream().map(ToolModel::method))
            .flatMap(Function.identity())
            .anyMatch(method -> method.name().equals(name));
    return memberNames.methods().contains(name) && !hasRole
        ? Optional.of("There is a method %s(…): annotate it with %s.".formatted(name, annotation))
        : Optional.empty();
  }

  /** Returns the methods that have a role or that rules check. */
  public List<MethodModel> methods() {
    return Stream.of(
            entryPoints.stream().map(EntryPointModel::method),
            steps.stream().map(StepModel::method),
            tools.stream().map(ToolModel::method),
            checks.stream().map(CheckModel::method),
            others.stream().map(OtherMethod::method))
        .flatMap(Function.identity())
        .toList();
  }

  /**
   * Returns the steps, and after them the tools that models answer, which are steps but for their
   * place: they belong to no graph.
   */
  public List<StepModel> answered() {
    return Stream.concat(
            steps.stream(), tools.stream().map(ToolModel::asked).filter(Objects::nonNull))
        .toList();
  }

  /** Returns the tools that its own methods are, without those of MCP servers. */
  public List<ToolModel> ownTools() {
    return tools.stream().filter(tool -> tool.facade() == null).toList();
  }

  /** Returns a copy of this agent with other steps. */
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
        tools,
        checks,
        this.others,
        foreign,
        memberTypes,
        memberNames,
        siblings,
        unqualified,
        seesGenerated,
        nullMarked,
        place);
  }

  /** Returns the qualified name of the class to generate. */
  public String qualifiedWiredName() {
    return qualifiedWiredName(type);
  }

  /** Returns the qualified name of the class to generate for an agent. */
  public static String qualifiedWiredName(TypeRef.Declared agent) {
    String prefix = agent.packageName().isEmpty() ? "" : agent.packageName() + ".";
    return prefix + wiredName(agent);
  }

  /** Returns the simple name of the class to generate. */
  public String wiredName() {
    return wiredName(type);
  }

  private static String wiredName(TypeRef.Declared agent) {
    return "Wired" + String.join("_", agent.simpleNames());
  }
}
