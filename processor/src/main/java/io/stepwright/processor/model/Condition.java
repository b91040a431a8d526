package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Graph.StepValue;
import java.util.List;
import java.util.Map;

/**
 * What has to hold for a step to run.
 *
 * @param path what is looked at
 * @param test what it has to be
 * @param negated whether it has to be the opposite
 * @param place where it is written
 */
public record Condition(ValuePath path, Test test, boolean negated, Place place) {

  /** What a value has to be. */
  public sealed interface Test {}

  /** True. */
  public record IsTrue() implements Test {}

  /** There: the value of a step that may be absent. */
  public record IsPresent() implements Test {}

  /**
   * One of some constants of an enum.
   *
   * @param names the constants
   * @param all all constants that there are
   */
  public record IsConstant(List<String> names, List<String> all) implements Test {}

  /** One of some texts. */
  public record IsText(List<String> texts) implements Test {}

  /**
   * Of one of the records that a sealed interface permits.
   *
   * @param types the records
   * @param all all records that are permitted
   */
  public record IsType(List<TypeRef> types, List<TypeRef> all) implements Test {

    /** The names of the records that it may be. */
    public List<String> names() {
      return names(types);
    }

    /** The names of all records that are permitted. */
    public List<String> allNames() {
      return names(all);
    }

    private List<String> names(List<TypeRef> records) {
      Map<TypeRef, String> names = RecordNames.of(all);
      return records.stream().map(type -> names.getOrDefault(type, type.display())).toList();
    }
  }

  /** Whether the path starts at a step: then the condition is known when that has settled. */
  public boolean dependsOnStep() {
    return path.root() instanceof StepValue;
  }

  /** Whether it asks for the presence of a step, and not for what its value holds. */
  public boolean asksForStep() {
    return test instanceof IsPresent && dependsOnStep() && path.accessors().isEmpty();
  }

  /** Whether it needs the root's value, and not only its end. */
  public boolean needsValue() {
    return dependsOnStep() && !(test instanceof IsPresent && negated);
  }

  /** The condition for messages, as an annotation would say it. */
  public String display() {
    String name = (negated ? "!" : "") + path.text();
    String constants = constants();
    return constants.isEmpty() ? name : name + " is " + constants;
  }

  /** What is the case if it does not hold, for people who look at a run. */
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

  /** What the value is compared with; empty if it is not compared. */
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
