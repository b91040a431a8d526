package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Condition.IsConstant;
import io.stepwright.processor.model.Condition.IsTrue;
import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes alternatives: a switch over an enum, else one condition after another. */
final class ChoiceWriter {

  private static final String NO_CASE = "the value that its conditions test is absent";

  private final AgentNames names;
  private final Values values;
  private final ArmWriter arms;
  private final ConditionWriter conditions;
  private final String run;
  private final String chooser;

  /**
   * A writer.
   *
   * @param chooser the name of what forks the arm that is chosen
   */
  ChoiceWriter(
      AgentNames names,
      Values values,
      ArmWriter arms,
      ConditionWriter conditions,
      String run,
      String chooser) {
    this.names = names;
    this.values = values;
    this.arms = arms;
    this.conditions = conditions;
    this.run = run;
    this.chooser = chooser;
  }

  /** Chooses and runs one here: everything that the choice depends on is known. */
  CodeBlock call(Node node) {
    return choose(node, arm -> arms.call(arm, run), run);
  }

  /** Lets one run by itself as soon as it is known which. */
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

  /** Whether one of the arms runs, or may run, if a step is absent. */
  private boolean mayDecideByAbsence(Node node, String decider) {
    boolean asked =
        node.arms().stream()
            .flatMap(arm -> arm.conditions().stream())
            .anyMatch(
                condition ->
                    condition.asksForStep() && condition.path().root().name().equals(decider));
    boolean otherwise = node.arms().stream().anyMatch(arm -> !arm.unless().isEmpty());
    return asked || (otherwise && values.maybeAbsent(decider));
  }

  /** An arm whose inputs the caller's thread may know to be absent. */
  private CodeBlock guarded(Arm arm) {
    List<Guard> present = new ArrayList<>();
    for (String required : arm.values()) {
      if (values.isOptionalLocal(required)) {
        present.add(Guard.present(required));
      }
    }
    CodeBlock fork = arms.fork(arm.withoutConditions(), chooser);
    return present.isEmpty()
        ? fork
        : CodeBlock.of(
            "$L ? $L : $L.absent($L, $L)",
            Guard.all(present),
            fork,
            chooser,
            names.arm(arm.step()),
            Guard.reason(present));
  }

  private CodeBlock choose(Node node, Function<Arm, CodeBlock> write, String on) {
    Function<Arm, CodeBlock> chosen = arm -> write.apply(arm.withoutConditions());
    Optional<ValuePath> selector = selector(node);
    return selector.isPresent()
        ? byConstant(node, selector.get(), chosen, on)
        : byConditions(node, chosen, on);
  }

  /** What all arms look at, if each names constants of the same enum. */
  private Optional<ValuePath> selector(Node node) {
    Set<ValuePath> paths = new LinkedHashSet<>();
    for (Arm arm : node.arms()) {
      if (!arm.unless().isEmpty()) {
        continue;
      }
      if (arm.conditions().size() != 1
          || arm.conditions().get(0).negated()
          || !(arm.conditions().get(0).test() instanceof IsConstant)) {
        return Optional.empty();
      }
      paths.add(arm.conditions().get(0).path());
    }
    // An absent enum has no case; where it may be absent, conditions are asked.
    return paths.size() == 1
            && paths.stream().noneMatch(path -> values.maybeAbsent(path.root().name()))
        ? paths.stream().findFirst()
        : Optional.empty();
  }

  private CodeBlock byConstant(
      Node node, ValuePath selector, Function<Arm, CodeBlock> write, String on) {
    CodeBlock value = values.inBody(selector);
    CodeBlock.Builder code = CodeBlock.builder().add("switch ($L) {\n", value);
    CodeBlock otherwise = CodeBlock.of("$L.unmatched($L, $L)", on, names.step(node.name()), value);
    for (Arm arm : node.arms()) {
      if (arm.unless().isEmpty()) {
        IsConstant is = (IsConstant) arm.conditions().get(0).test();
        code.add("case $L -> $L;\n", String.join(", ", is.names()), write.apply(arm));
      } else {
        otherwise = write.apply(arm);
      }
    }
    return code.add("default -> $L;\n}", otherwise).build();
  }

  private CodeBlock byConditions(Node node, Function<Arm, CodeBlock> write, String on) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<Arm> asked = node.arms().stream().filter(arm -> arm.unless().isEmpty()).toList();
    Optional<Arm> otherwise =
        node.arms().stream().filter(arm -> !arm.unless().isEmpty()).findFirst();
    // The last of two opposites needs no question, unless the boolean may be absent: then neither
    // holds. What the choice waits for by itself is there, and needs none either.
    boolean mayFail =
        values.maybeAbsent(node.name())
            && node.deciders().stream()
                .anyMatch(
                    decider ->
                        values.isOptionalLocal(decider) || mayDecideByAbsence(node, decider));
    boolean opposites = otherwise.isEmpty() && onlyBooleans(asked) && !mayFail;
    int questions = opposites ? asked.size() - 1 : asked.size();
    for (Arm arm : asked.subList(0, questions)) {
      code.add("$L ? $L : ", CodeBlock.join(holds(arm), " && "), write.apply(arm));
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

  private List<CodeBlock> holds(Arm arm) {
    List<CodeBlock> holds = new ArrayList<>();
    for (Condition condition : arm.conditions()) {
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

  private static boolean onlyBooleans(List<Arm> arms) {
    return arms.stream()
        .allMatch(
            arm ->
                arm.conditions().size() == 1 && arm.conditions().get(0).test() instanceof IsTrue);
  }
}
