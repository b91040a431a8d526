package io.stepwright.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry point, and the graph of the steps that it needs. Immutable.
 *
 * @param method the name of its method
 * @param inputs the names of its parameters
 * @param declaredBy the binary name of the type that declares the method
 * @param returns what the method returns, for people
 * @param result where the result comes from, or null if there is none
 * @param also the steps that it waits for besides
 * @param timeout its limit as it is written, or null
 * @param steps the steps, each after the ones that it needs
 * @param criticalPath the names of the steps on the longest path by kind
 * @param mostModelCalls the most requests that a run sends
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
   * Where a value or a decision comes from.
   *
   * @param input whether it is an input; else a step
   * @param name the name of the input or step
   */
  public record Source(boolean input, String name) {}

  /**
   * A parameter, or a component of the result.
   *
   * @param parameter its name; empty for a result that is a step's value
   * @param source where its value comes from
   * @param path the path as it is written, or null for the source itself
   * @param each whether it is one item of a list
   * @param atOnce the most items at once; 0 if it is not one of a list
   * @param required whether the source must have a value
   */
  public record BindingDescriptor(
      String parameter,
      Source source,
      @Nullable String path,
      boolean each,
      int atOnce,
      boolean required) {

    /** What it is bound to, for people. */
    public String from() {
      return path == null ? source.name() : path;
    }
  }

  /**
   * A condition.
   *
   * @param test what has to hold, for people
   * @param source what it looks at
   */
  public record ConditionDescriptor(String test, Source source) {}

  /**
   * A method that brings a step.
   *
   * @param step the method
   * @param inputs its parameters
   * @param when what has to hold; of alternatives, the one without conditions is the otherwise one
   */
  public record ArmDescriptor(
      StepDescriptor step, List<BindingDescriptor> inputs, List<ConditionDescriptor> when) {

    /** Copies the lists. */
    public ArmDescriptor {
      inputs = List.copyOf(inputs);
      when = List.copyOf(when);
    }

    /** The parameter that goes through a list, or null. */
    public @Nullable BindingDescriptor each() {
      return inputs.stream().filter(BindingDescriptor::each).findFirst().orElse(null);
    }
  }

  /**
   * A step in a graph.
   *
   * @param name its name
   * @param arms the methods that bring it: one, or alternatives
   * @param after the steps that it waits for without taking their values
   * @param spine whether the caller's thread runs it
   */
  public record NodeDescriptor(
      String name, List<ArmDescriptor> arms, List<String> after, boolean spine) {

    /** Copies the lists. */
    public NodeDescriptor {
      arms = List.copyOf(arms);
      after = List.copyOf(after);
    }

    /** Whether several methods bring it. */
    public boolean isChoice() {
      return arms.size() > 1;
    }
  }
}
