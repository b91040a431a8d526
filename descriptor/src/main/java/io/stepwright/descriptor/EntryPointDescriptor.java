package io.stepwright.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry point, and the graph of the steps that it needs. Immutable.
 *
 * @param method the name of its method
 * @param inputs the names of its parameters
 * @param declaredBy the binary name of the type that declares the method
 * @param returns the return type of the method, for display
 * @param result the source of the result, or null if there is none
 * @param also the names of further steps that it waits for
 * @param timeout its time limit as it is written, or null
 * @param steps the steps in topological order
 * @param criticalPath the names of the steps on the longest path by kind
 * @param mostModelCalls the upper bound of the requests that a run sends
 */
public record EntryPointDescriptor(
    String method,
    List<String> inputs,
    String declaredBy,
    String returns,
    @Nullable ResultDescriptor result,
    List<String> also,
    @Nullable String timeout,
    List<NodeDescriptor> steps,
    List<String> criticalPath,
    ModelCallBound mostModelCalls) {

  /** Copies the lists. */
  public EntryPointDescriptor {
    inputs = List.copyOf(inputs);
    also = List.copyOf(also);
    steps = List.copyOf(steps);
    criticalPath = List.copyOf(criticalPath);
  }

  /** The bindings of the result; empty if there is none. */
  public List<BindingDescriptor> resultBindings() {
    return result == null ? List.of() : result.bindings();
  }

  /**
   * A result.
   *
   * @param step the step whose value it is; null for a record that is assembled
   * @param components the components of that record
   */
  public record ResultDescriptor(@Nullable String step, List<BindingDescriptor> components) {

    /** Copies the list. */
    public ResultDescriptor {
      components = List.copyOf(components);
    }

    /**
     * The bindings: one for each component of a record, or one without a parameter for a step's
     * value.
     */
    public List<BindingDescriptor> bindings() {
      return step == null
          ? components
          : List.of(new BindingDescriptor("", new Source(false, step), null, false, 0, true));
    }
  }

  /**
   * The source of a value or a decision.
   *
   * @param input true if it is an input, false if it is a step
   * @param name the name of the input or step
   */
  public record Source(boolean input, String name) {}

  /**
   * A parameter, or a component of the result, with its source.
   *
   * @param parameter its name; empty for a result that is a step's value
   * @param source the source of its value
   * @param path the path as it is written, or null for the source itself
   * @param each true if it is one item of a list
   * @param atOnce the most items at the same time; 0 if it is not an item of a list
   * @param required true if the source must have a value
   */
  public record BindingDescriptor(
      String parameter,
      Source source,
      @Nullable String path,
      boolean each,
      int atOnce,
      boolean required) {

    /** Returns the path that it is bound to, for display. */
    public String from() {
      return path == null ? source.name() : path;
    }
  }

  /**
   * A condition.
   *
   * @param test the condition, for display
   * @param source the source that it tests
   */
  public record ConditionDescriptor(String test, Source source) {}

  /**
   * A branch of a step: a method that produces its value.
   *
   * @param step the method
   * @param inputs its parameters
   * @param when the conditions that must hold; in a choice, the branch without conditions is the
   *     otherwise branch
   */
  public record BranchDescriptor(
      StepDescriptor step, List<BindingDescriptor> inputs, List<ConditionDescriptor> when) {

    /** Copies the lists. */
    public BranchDescriptor {
      inputs = List.copyOf(inputs);
      when = List.copyOf(when);
    }

    /** Returns the parameter that takes the items of a list, or null. */
    public @Nullable BindingDescriptor each() {
      return inputs.stream().filter(BindingDescriptor::each).findFirst().orElse(null);
    }
  }

  /**
   * A step in a graph.
   *
   * @param name its name
   * @param branches its branches: one method, or alternatives
   * @param after the steps that must end before it without giving it a value
   * @param spine true if it runs on the caller thread
   */
  public record NodeDescriptor(
      String name, List<BranchDescriptor> branches, List<String> after, boolean spine) {

    /** Copies the lists. */
    public NodeDescriptor {
      branches = List.copyOf(branches);
      after = List.copyOf(after);
    }

    /** Returns whether the step has several branches. */
    public boolean isChoice() {
      return branches.size() > 1;
    }
  }
}
