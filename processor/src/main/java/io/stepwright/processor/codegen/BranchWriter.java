package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValuePath;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the execution of one branch of a step: on the caller thread or forked, once or for each
 * item.
 */
final class BranchWriter {

  private final AgentNames names;
  private final Values values;
  private final StepWriter steps;
  private final ConditionWriter conditions;
  private final Set<String> taken;
  private final String handle;

  /**
   * Creates a writer.
   *
   * @param taken the names of all locals
   * @param handle the name of the parameter of the lambdas
   */
  BranchWriter(
      AgentNames names,
      Values values,
      StepWriter steps,
      ConditionWriter conditions,
      Set<String> taken,
      String handle) {
    this.names = names;
    this.values = values;
    this.steps = steps;
    this.conditions = conditions;
    this.taken = taken;
    this.handle = handle;
  }

  /**
   * Runs a branch on the caller thread, as soon as its inputs are available.
   *
   * @param run the name of the variable on which the branch is started
   */
  CodeBlock call(Branch branch, String run) {
    if (branch.step().isFanOut()) {
      // The caller thread also runs items while it waits.
      return CodeBlock.of("$L.join()", each(branch, run));
    }
    String method =
        branch.step().value().none()
            ? "perform"
            : branch.step().value().optional() ? "callOptional" : "call";
    return once(branch, run, method);
  }

  /**
   * Forks a branch.
   *
   * @param run the name of the variable on which the branch is started
   */
  CodeBlock fork(Branch branch, String run) {
    if (branch.step().isFanOut()) {
      return each(branch, run);
    }
    String method =
        branch.step().value().none()
            ? "forkAction"
            : branch.step().value().optional() ? "forkOptional" : "fork";
    return once(branch, run, method);
  }

  private CodeBlock once(Branch branch, String run, String method) {
    List<CodeBlock> arguments =
        branch.bindings().stream()
            .map(binding -> argument(branch, binding, values.inBody(binding)))
            .toList();
    return CodeBlock.of(
        "$L$L.$L($L, $L -> $L)",
        run,
        waits(branch, Set.of()),
        method,
        names.branch(branch.step()),
        handle,
        steps.body(branch.step(), handle, arguments));
  }

  private CodeBlock each(Branch branch, String run) {
    List<Binding> lists =
        branch.bindings().stream().filter(binding -> binding.parameter().each() != null).toList();
    CodeBlock items =
        lists.size() == 1 ? eachItem(branch, run, lists.get(0)) : eachIndex(branch, run, lists);
    StepModel step = branch.step();
    if (step.value().none()) {
      return items;
    }
    return switch (step.itemFailure()) {
      case FAIL_RUN -> items;
      // Items whose body may decide that they are absent are optional already.
      case LEAVE_EMPTY -> step.returned().optional() ? items : CodeBlock.of("$L.orEmpty()", items);
      case GIVE_FAILURE ->
          CodeBlock.of("$T.$L($L)", Wiring.ITEM_RESULT, values.witnessed(step, "of"), items);
    };
  }

  private CodeBlock eachItem(Branch branch, String run, Binding list) {
    ValuePath path = list.path();
    boolean direct = values.isForked(path) && path.accessors().isEmpty();
    // If the list is taken as a whole, it is the only input that is named here.
    Set<String> named =
        list.isItemwise() ? branch.itemwise() : direct ? Set.of(path.root().name()) : Set.of();
    NameScope scope = new NameScope(taken);
    String item = scope.take(list.parameter().name());
    List<CodeBlock> arguments = new ArrayList<>();
    for (Binding binding : branch.bindings()) {
      CodeBlock value = binding.equals(list) ? CodeBlock.of("$L", item) : values.inBody(binding);
      arguments.add(argument(branch, binding, value));
    }
    return CodeBlock.of(
        "$L$L.$L($L, $L, ($L, $L) -> $L)",
        run,
        waits(branch, named),
        branch.step().value().none() ? "eachAction" : "each",
        names.branch(branch.step()),
        direct ? path.root().name() : CodeBlock.of("() -> $L", values.inBody(path)),
        handle,
        item,
        steps.body(branch.step(), handle, arguments));
  }

  private CodeBlock eachIndex(Branch branch, String run, List<Binding> lists) {
    NameScope scope = new NameScope(taken);
    String index = scope.take("index");
    Set<String> itemwise = new LinkedHashSet<>();
    List<CodeBlock> arguments = new ArrayList<>();
    CodeBlock size = null;
    String origin = "";
    for (Binding binding : branch.bindings()) {
      if (!lists.contains(binding)) {
        arguments.add(argument(branch, binding, values.inBody(binding)));
        continue;
      }
      ValuePath path = binding.path();
      if (values.isPipelined(binding)) {
        itemwise.add(path.root().name());
        CodeBlock item = CodeBlock.of("$L.item($L)", path.root().name(), index);
        arguments.add(argument(branch, binding, item));
      } else {
        CodeBlock list = values.inBody(path);
        arguments.add(argument(branch, binding, CodeBlock.of("$L.get($L)", list, index)));
        size = size == null ? CodeBlock.of("$L.size()", list) : size;
      }
    }
    if (size == null) {
      ValuePath source = lists.get(0).origin();
      size = CodeBlock.of("$L.size()", values.inBody(source));
      origin = values.isForked(source) ? ".after(" + source.root().name() + ")" : "";
    }
    CodeBlock.Builder sources = CodeBlock.builder();
    itemwise.forEach(source -> sources.add(", $L", source));
    return CodeBlock.of(
        "$L$L$L.$L($L, () -> $L, ($L, $L) -> $L$L)",
        run,
        origin,
        waits(branch, branch.itemwise()),
        branch.step().value().none() ? "eachIndexAction" : "eachIndex",
        names.branch(branch.step()),
        size,
        handle,
        index,
        steps.body(branch.step(), handle, arguments),
        sources.build());
  }

  private CodeBlock argument(Branch branch, Binding binding, CodeBlock value) {
    ParameterModel parameter = binding.parameter();
    ValuePath path = binding.path();
    TypeRef given = path.narrowedTo() == null ? path.type() : path.narrowedTo();
    if (parameter.each() != null && given instanceof TypeRef.Declared list) {
      given = list.arguments().get(0);
    }
    return steps.argument(branch.step(), value, given, parameter.type());
  }

  /**
   * Writes the waits for steps whose values the caller thread does not have.
   *
   * @param direct the steps that are named elsewhere
   */
  private CodeBlock waits(Branch branch, Set<String> direct) {
    Set<String> values = new LinkedHashSet<>(branch.values());
    for (var condition : branch.conditions()) {
      if (condition.asksForStep() && !condition.negated()) {
        values.add(condition.path().root().name());
      }
    }
    values.removeAll(direct);
    Set<String> settled = new LinkedHashSet<>(branch.settled());
    branch.conditions().stream()
        .filter(condition -> condition.negated() && condition.asksForStep())
        .forEach(condition -> settled.remove(condition.path().root().name()));
    branch.unless().forEach(other -> other.forEach(c -> settled.remove(c.path().root().name())));
    return CodeBlock.of(
        "$L$L$L", wait("after", values), conditions.waits(branch), wait("settled", settled));
  }

  private String wait(String method, Set<String> needed) {
    List<String> forked = needed.stream().filter(name -> !values.onSpine(name)).toList();
    return forked.isEmpty() ? "" : "." + method + "(" + String.join(", ", forked) + ")";
  }
}
