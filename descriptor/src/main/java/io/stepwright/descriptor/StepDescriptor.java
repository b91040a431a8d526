package io.stepwright.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The method of a step. Immutable.
 *
 * @param name the name of the step
 * @param method the name of the method
 * @param parameters the names of the method's parameters
 * @param declaredBy the binary name of the type that declares the method
 * @param kind the kind of the step
 * @param type the type of the step's value, for display
 * @param mayBeAbsent true if the method can decide that there is no value
 * @param sideEffect true if it is a side effect
 * @param model the model, or null
 * @param fallback the models to ask, in order, if the model fails
 * @param template the template, or null
 * @param regex the regular expression, or null
 * @param cache the cache rule, or null
 * @param checks the names of the methods that check its result
 * @param onFailure the effect of a failed item on the step, as a constant of {@code ItemFailure} in
 *     lower case, or null if the run fails
 * @param attempts the most attempts for each model, or for the method
 * @param timeout the limit of the whole step in ISO-8601, or null
 * @param tools the tools that it offers to its model, or null
 * @param mostModelCalls the most requests that it sends, with those of tools that models answer;
 *     for a fan-out, for each item; {@link ModelCallBound#NO_BOUND} if there are more than an int
 *     can count
 */
public record StepDescriptor(
    String name,
    String method,
    List<String> parameters,
    String declaredBy,
    Kind kind,
    String type,
    boolean mayBeAbsent,
    boolean sideEffect,
    @Nullable String model,
    List<String> fallback,
    @Nullable TemplateDescriptor template,
    @Nullable String regex,
    @Nullable CacheDescriptor cache,
    List<String> checks,
    @Nullable String onFailure,
    int attempts,
    @Nullable String timeout,
    @Nullable ToolUseDescriptor tools,
    int mostModelCalls) {

  /** Copies the lists. */
  public StepDescriptor {
    parameters = List.copyOf(parameters);
    fallback = List.copyOf(fallback);
    checks = List.copyOf(checks);
  }

  /** Returns the tools that it offers to its model; empty if it offers none. */
  public List<ToolUseDescriptor.Offered> offeredTools() {
    return tools == null ? List.of() : tools.offered();
  }

  /** The kind of a step. */
  public enum Kind {
    MODEL,
    TEMPLATE,
    REGEX,
    CODE
  }

  /**
   * A template.
   *
   * @param path the path of its file or files
   * @param chosenBy the paths whose values choose a file
   * @param files its files
   */
  public record TemplateDescriptor(String path, List<String> chosenBy, List<FileDescriptor> files) {

    /** Copies the lists. */
    public TemplateDescriptor {
      chosenBy = List.copyOf(chosenBy);
      files = List.copyOf(files);
    }
  }

  /**
   * A file of a template.
   *
   * @param path its path
   * @param openSlots the names of the slots that the model writes
   */
  public record FileDescriptor(String path, List<String> openSlots) {

    /** Copies the list. */
    public FileDescriptor {
      openSlots = List.copyOf(openSlots);
    }
  }

  /**
   * A cache rule.
   *
   * @param similarity the least similarity of a hit; 1 if only equal questions share an answer
   * @param on the text that is compared by meaning, or null
   * @param exact the values that must be equal
   * @param ttl the time to live of an answer, in ISO-8601
   * @param guards the names of the guards
   * @param whenNotJudged {@code SERVE} if a near match that no guard can judge is served, or null
   * @param fingerprint the part of the key that is known at compile time
   */
  public record CacheDescriptor(
      double similarity,
      @Nullable String on,
      List<String> exact,
      @Nullable String ttl,
      List<String> guards,
      @Nullable String whenNotJudged,
      String fingerprint) {

    /** Copies the lists. */
    public CacheDescriptor {
      exact = List.copyOf(exact);
      guards = List.copyOf(guards);
    }

    /** Returns whether questions that differ but have the same meaning share an answer. */
    public boolean isSemantic() {
      return similarity < 1;
    }
  }
}
