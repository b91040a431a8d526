package io.stepwright.processor.model;

import io.stepwright.processor.model.Condition.IsConstant;
import io.stepwright.processor.model.Condition.IsPresent;
import io.stepwright.processor.model.Condition.IsText;
import io.stepwright.processor.model.Condition.IsType;
import io.stepwright.processor.model.Condition.Test;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes when the steps of a graph are present. A condition whose path starts at an absent step
 * does not hold, and neither does its negation.
 */
public final class Presence {

  private static final List<String> BOOLEAN = List.of("true", "false");
  private static final List<String> THERE = List.of("there", "absent");

  /** Stands for all texts that no condition mentions. */
  private static final String OTHER = "any other";

  private final Map<String, Formula> present = new LinkedHashMap<>();
  private final Map<String, Set<Cause>> causes = new LinkedHashMap<>();
  private final Map<String, Set<String>> texts = new LinkedHashMap<>();

  private Presence() {}

  /**
   * A reason for which a step may be absent.
   *
   * @param decider the step that decides it; empty if an input decides it
   * @param text the reason, for messages
   */
  public record Cause(String decider, String text) {}

  /** Computes the presence of the steps, which must be in topological order. */
  static Presence of(List<Node> nodes) {
    Presence presence = new Presence();
    nodes.forEach(node -> node.branches().forEach(presence::collectTexts));
    nodes.forEach(presence::add);
    return presence;
  }

  /** Returns when a step is present; always for an unknown step. */
  public Formula of(String step) {
    return present.getOrDefault(step, Formula.TRUE);
  }

  /** Returns the reasons for which a step may be absent; empty if it is always present. */
  public Set<Cause> causes(String step) {
    return causes.getOrDefault(step, Set.of());
  }

  /** Returns the reasons for all steps, by the steps' names. */
  public Map<String, Set<Cause>> causes() {
    return causes;
  }

  /**
   * Returns when a branch is chosen: its conditions hold. The otherwise branch is chosen if those
   * of no other branch hold.
   */
  public Formula chosen(Branch branch) {
    List<Formula> formulas = new ArrayList<>();
    branch.conditions().forEach(condition -> formulas.add(holds(condition)));
    branch.unless().forEach(other -> formulas.add(Formula.not(holdAll(other))));
    return Formula.all(formulas);
  }

  /** Returns when all conditions of a list hold. */
  public Formula holdAll(List<Condition> conditions) {
    return Formula.all(conditions.stream().map(this::holds).toList());
  }

  private void add(Node node) {
    List<Formula> branches = new ArrayList<>();
    Set<Cause> reasons = new LinkedHashSet<>();
    for (Branch branch : node.branches()) {
      List<Formula> formulas = new ArrayList<>();
      formulas.add(chosen(branch));
      if (branch.step().value().optional()) {
        formulas.add(
            new Formula.Atom(
                branch.step().method().display() + " decides", THERE, Set.of(THERE.get(0))));
        reasons.add(new Cause(node.name(), "'%s' decides so".formatted(node.name())));
      }
      for (String required : branch.values()) {
        formulas.add(of(required));
        reasons.addAll(causes(required));
      }
      for (Condition condition : branch.conditions()) {
        // If this step is conditioned on another step's absence, the causes of that absence make
        // this step present, not absent.
        if (condition.dependsOnStep() && !(condition.negated() && condition.asksForStep())) {
          reasons.addAll(causes(condition.path().root().name()));
        }
        reasons.add(cause(condition));
      }
      for (List<Condition> other : branch.unless()) {
        other.forEach(condition -> reasons.add(cause(condition)));
      }
      branches.add(Formula.all(formulas));
    }
    Formula formula = Formula.any(branches);
    present.put(node.name(), formula);
    causes.put(node.name(), isAlways(node, formula) ? Set.of() : reasons);
  }

  /**
   * Returns whether a step is always present. Without conditions, it is if all steps that it
   * requires are.
   */
  private boolean isAlways(Node node, Formula formula) {
    Branch branch = node.branches().get(0);
    return node.isChoice() || !branch.conditions().isEmpty()
        ? Cases.always(formula)
        : !branch.step().value().optional()
            && branch.values().stream().allMatch(required -> causes(required).isEmpty());
  }

  private static Cause cause(Condition condition) {
    String decider = condition.dependsOnStep() ? condition.path().root().name() : "";
    return new Cause(decider, "'%s' does not hold".formatted(condition.display()));
  }

  private Formula holds(Condition condition) {
    Formula root =
        condition.path().root() instanceof StepValue step ? of(step.name()) : Formula.TRUE;
    if (condition.asksForStep()) {
      return condition.negated() ? Formula.not(root) : root;
    }
    Formula atom = atom(condition.path().text(), condition.test());
    return Formula.all(List.of(root, condition.negated() ? Formula.not(atom) : atom));
  }

  private Formula atom(String variable, Test test) {
    if (test instanceof IsConstant constant) {
      return new Formula.Atom(variable, constant.all(), Set.copyOf(constant.names()));
    }
    if (test instanceof IsType type) {
      return new Formula.Atom(
          variable, List.copyOf(RecordNames.of(type.all()).values()), Set.copyOf(type.names()));
    }
    if (test instanceof IsText text) {
      List<String> domain = new ArrayList<>(texts.getOrDefault(variable, Set.of()));
      String other = OTHER;
      while (domain.contains(other)) {
        other += " text";
      }
      domain.add(other);
      return new Formula.Atom(variable, domain, Set.copyOf(text.texts()));
    }
    return test instanceof IsPresent
        ? new Formula.Atom(variable + " there", THERE, Set.of(THERE.get(0)))
        : new Formula.Atom(variable, BOOLEAN, Set.of(BOOLEAN.get(0)));
  }

  private void collectTexts(Branch branch) {
    List<Condition> all = new ArrayList<>(branch.conditions());
    branch.unless().forEach(all::addAll);
    for (Condition condition : all) {
      if (condition.test() instanceof IsText text) {
        texts
            .computeIfAbsent(condition.path().text(), path -> new TreeSet<>())
            .addAll(text.texts());
      }
    }
  }
}
