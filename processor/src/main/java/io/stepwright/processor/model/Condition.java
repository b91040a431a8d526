package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Graph.StepValue;
import java.util.List;
import java.util.Map;

/**
 * A condition on which a step runs.
 *
 * @param path the value that is tested
 * @param test the test of the value
 * @param negated true if the test must fail
 * @param place its position in the source
 */
public record Condition(ValuePath path, Test test, boolean negated, Place place) {

  /** A test of a value. */
  public sealed interface Test {}

  /** Passes if the value is true. */
  public record IsTrue() implements Test {}

  /** Passes if a step that may be absent has a value. */
  public record IsPresent() implements Test {}

  /**
   * Passes if the value is one of some enum constants.
   *
   * @param names the names of these constants
   * @param all the names of all constants of the enum
   */
  public record IsConstant(List<String> names, List<String> all) implements Test {}

  /** Passes if the value is one of some texts. */
  public record IsText(List<String> texts) implements Test {}

  /**
   * Passes if the value is of one of some record types that a sealed interface permits.
   *
   * @param types these record types
   * @param all all permitted record types
   */
  public record IsType(List<TypeRef> types, List<TypeRef> all) implements Test {

    /** Returns the names of the records that pass. */
    public List<String> names() {
      return names(types);
    }

    /** Returns the names of all permitted records. */
    public List<String> allNames() {
      return names(all);
    }

    private List<String> names(List<TypeRef> records) {
      Map<TypeRef, String> names = RecordNames.of(all);
      return records.stream().map(type -> names.getOrDefault(type, type.display())).toList();
    }
  }

  /**
   * Returns whether the path starts at a step, so that the condition is decided only when that step
   * has settled.
   */
  public boolean dependsOnStep() {
    return path.root() instanceof StepValue;
  }

  /** Returns whether this condition tests the presence of a step, and not a part of its value. */
  public boolean asksForStep() {
    return test instanceof IsPresent && dependsOnStep() && path.accessors().isEmpty();
  }

  /** Returns whether the condition can hold only if the step at its root has a value. */
  public boolean needsValue() {
    return dependsOnStep() && !(test instanceof IsPresent && negated);
  }

  /** Returns the condition for messages, written as in an annotation. */
  public String display() {
    String name = (negated ? "!" : "") + path.text();
    String constants = constants();
    return constants.isEmpty() ? name : name + " is " + constants;
  }

  /** Returns the negation of the condition as a sentence for readers of a run. */
  public String opposite() {
    String constants = constants();
    if (!constants.isEmpty()) {
      return path.text() + (negated ? " is " : " is not ") + constants;
    }
    if (test instanceof IsPresent) {
      return path.text() + (negated ? " is present" : " is absent");
    }
    return path.text() + (negated ? " is true" : " is false");
  }

  /** Returns the constants that the value is compared with; empty if it is not compared. */
  private String constants() {
    if (test instanceof IsConstant constant) {
      return String.join(" or ", constant.names());
    }
    if (test instanceof IsText text) {
      return String.join(" or ", text.texts());
    }
    if (test instanceof IsType type) {
      return String.join(" or ", type.names());
    }
    return "";
  }
}
