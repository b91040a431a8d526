package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Condition.IsConstant;
import io.stepwright.processor.model.Condition.IsTrue;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ValuePath;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the choice among alternatives: as a switch over an enum, or as one condition after the
 * other.
 */
final class ChoiceWriter {

  private static final String NO_CASE = "the value that its conditions test is absent";

  private final AgentNames names;
  private final Values values;
  private final BranchWriter branches;
  private final ConditionWriter conditions;
  private final String run;
  private final String chooser;

  /**
   * Creates a writer.
   *
   * @param chooser the name of the lambda parameter that forks the chosen branch
   */
  ChoiceWriter(
      AgentNames names,
      Values values,
      BranchWriter branches,
      ConditionWriter conditions,
      String run,
      String chooser) {
    this.names = names;
    this.values = values;
    this.branches = branches;
    this.conditions = conditions;
    this.run = run;
    this.chooser = chooser;
  }

  /** Writes a choice on the caller thread, for a choice whose inputs are known there. */
  CodeBlock call(Node node) {
    return choose(node, branch -> branches.call(branch, run), run);
  }

  /**
   * Writes a forked choice: the chosen branch starts as soon as the inputs of the choice are known.
   */
  CodeBlock fork(Node node) {
    Set<String> needed = new LinkedHashSet<>(node.deciders());
    needed.removeIf(values::onSpine);
    Set<String> settled = new LinkedHashSet<>(needed);
    settled.removeIf(decider -> !mayDecideByAbsence(node, decider));
    needed.removeAll(settled);
    String wait = wait("after", needed) + wait("settled", settled);
    CodeBlock choice = choose(node, this::guarded, chooser);
    return CodeBlock.of(
        "$L$L.choose($L, $L -> $L)", run, wait, names.step(node.name()), chooser, choice);
  }

  private static String wait(String method, Set<String> deciders) {
    return deciders.isEmpty() ? "" : "." + method + "(" + String.join(", ", deciders) + ")";
  }

  /** Returns whether one of the branches runs, or may run, if a step is absent. */
  private boolean mayDecideByAbsence(Node node, String decider) {
    boolean asked =
        node.branches().stream()
            .flatMap(branch -> branch.conditions().stream())
            .anyMatch(
                condition ->
                    condition.asksForStep() && condition.path().root().name().equals(decider));
    boolean otherwise = node.branches().stream().anyMatch(branch -> !branch.unless().isEmpty());
    return asked || (otherwise && values.maybeAbsent(decider));
  }

  /** Writes a branch, guarded against inputs that are absent on the caller thread. */
  private CodeBlock guarded(Branch branch) {
    List<Guard> present = new ArrayList<>();
    for (String required : branch.values()) {
      if (values.isOptionalLocal(required)) {
        present.add(Guard.present(required));
      }
    }
    CodeBlock fork = branches.fork(branch.withoutConditions(), chooser);
    return present.isEmpty()
        ? fork
        : CodeBlock.of(
            "$L ? $L : $L.absent($L, $L)",
            Guard.all(present),
            fork,
            chooser,
            names.branch(branch.step()),
            Guard.reason(present));
  }

  private CodeBlock choose(Node node, Function<Branch, CodeBlock> write, String on) {
    Function<Branch, CodeBlock> chosen = branch -> write.apply(branch.withoutConditions());
    Optional<ValuePath> selector = selector(node);
    return selector.isPresent()
        ? byConstant(node, selector.get(), chosen, on)
        : byConditions(node, chosen, on);
  }

  /**
   * Returns the enum value that all branches test, if each branch names constants of the same enum.
   */
  private Optional<ValuePath> selector(Node node) {
    Set<ValuePath> paths = new LinkedHashSet<>();
    for (Branch branch : node.branches()) {
      if (!branch.unless().isEmpty()) {
        continue;
      }
      if (branch.conditions().size() != 1
          || branch.conditions().get(0).negated()
          || !(branch.conditions().get(0).test() instanceof IsConstant)) {
        return Optional.empty();
      }
      paths.add(branch.conditions().get(0).path());
    }
    // A switch has no case for an absent enum, so conditions are written if it may be absent.
    return paths.size() == 1
            && paths.stream().noneMatch(path -> values.maybeAbsent(path.root().name()))
        ? paths.stream().findFirst()
        : Optional.empty();
  }

  private CodeBlock byConstant(
      Node node, ValuePath selector, Function<Branch, CodeBlock> write, String on) {
    CodeBlock value = values.inBody(selector);
    CodeBlock.Builder code = CodeBlock.builder().add("switch ($L) {\n", value);
    CodeBlock otherwise = CodeBlock.of("$L.unmatched($L, $L)", on, names.step(node.name()), value);
    for (Branch branch : node.branches()) {
      if (branch.unless().isEmpty()) {
        IsConstant is = (IsConstant) branch.conditions().get(0).test();
        code.add("case $L -> $L;\n", String.join(", ", is.names()), write.apply(branch));
      } else {
        otherwise = write.apply(branch);
      }
    }
    return code.add("default -> $L;\n}", otherwise).build();
  }

  private CodeBlock byConditions(Node node, Function<Branch, CodeBlock> write, String on) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<Branch> asked =
        node.branches().stream().filter(branch -> branch.unless().isEmpty()).toList();
    Optional<Branch> otherwise =
        node.branches().stream().filter(branch -> !branch.unless().isEmpty()).findFirst();
    // The second of two opposite conditions needs no test, unless the boolean may be absent: then
    // neither holds. Values that the choice itself waits for are available and need no test either.
    boolean mayFail =
        values.maybeAbsent(node.name())
            && node.deciders().stream()
                .anyMatch(
                    decider ->
                        values.isOptionalLocal(decider) || mayDecideByAbsence(node, decider));
    boolean opposites = otherwise.isEmpty() && onlyBooleans(asked) && !mayFail;
    int questions = opposites ? asked.size() - 1 : asked.size();
    for (Branch branch : asked.subList(0, questions)) {
      code.add("$L ? $L : ", CodeBlock.join(holds(branch), " && "), write.apply(branch));
    }
    if (otherwise.isPresent()) {
      return code.add("$L", write.apply(otherwise.get())).build();
    }
    if (opposites) {
      return code.add("$L", write.apply(asked.get(questions))).build();
    }
    return mayFail
        ? code.add("$L.absent($L, $L)", on, names.step(node.name()), TextLiterals.of(NO_CASE))
            .build()
        : code.add("$L.unmatched($L, null)", on, names.step(node.name())).build();
  }

  private List<CodeBlock> holds(Branch branch) {
    List<CodeBlock> holds = new ArrayList<>();
    for (Condition condition : branch.conditions()) {
      String root = condition.path().root().name();
      boolean forked = values.isForked(condition.path());
      boolean maybe = condition.dependsOnStep() && values.maybeAbsent(root);
      CodeBlock optional =
          forked ? CodeBlock.of("$L.getOptional()", root) : CodeBlock.of("$L", root);
      if (condition.asksForStep()) {
        holds.add(CodeBlock.of(condition.negated() ? "$L.isEmpty()" : "$L.isPresent()", optional));
        continue;
      }
      if (maybe) {
        holds.add(CodeBlock.of("$L.isPresent()", optional));
      }
      holds.add(conditions.holds(condition, values.inBody(condition.path())));
    }
    return holds;
  }

  private static boolean onlyBooleans(List<Branch> branches) {
    return branches.stream()
        .allMatch(
            branch ->
                branch.conditions().size() == 1
                    && branch.conditions().get(0).test() instanceof IsTrue);
  }
}
