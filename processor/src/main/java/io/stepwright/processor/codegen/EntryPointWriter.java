package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Weight;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.schedule.Schedule.Act;
import io.stepwright.processor.schedule.Schedule.Call;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the method that runs one entry point: one line for each step. */
final class EntryPointWriter {

  private final Schedule schedule;
  private final AgentNames names;
  private final TypeNames types;
  private final BranchWriter branches;
  private final ChoiceWriter choices;
  private final ConditionWriter conditions;
  private final String agent;
  private final Values values;
  private final Set<String> read = new HashSet<>();
  private final NameScope locals;
  private final String run;
  private final @Nullable PartsWriter parts;
  private final SharedSteps shared;
  private final Map<String, TypeName> visible = new HashMap<>();

  /**
   * Creates a writer.
   *
   * @param shared the steps that several entry points start in the same way
   * @param parts the class for the steps if they are too many for one method, else null
   */
  EntryPointWriter(
      Schedule schedule,
      String agent,
      AgentNames names,
      TypeNames types,
      StepWriter steps,
      SharedSteps shared,
      @Nullable PartsWriter parts) {
    this.schedule = schedule;
    this.agent = agent;
    this.names = names;
    this.types = types;
    this.parts = parts;
    this.shared = shared;
    Graph graph = schedule.graph();
    graph.nodes().forEach(node -> read.addAll(plain(node).needs()));
    read.addAll(graph.result().needs());
    Set<String> taken = new HashSet<>();
    graph.nodes().forEach(node -> taken.add(node.name()));
    graph.entryPoint().method().parameters().forEach(input -> taken.add(input.name()));
    this.locals = new NameScope(taken);
    this.run = locals.take("run");
    String handle = locals.take("step");
    String item = locals.take("it");
    this.values = new Values(schedule, types, item);
    this.conditions = new ConditionWriter(values, types, item);
    taken.addAll(Set.of(run, handle, item));
    this.branches = new BranchWriter(names, values, steps, conditions, taken, handle);
    this.choices =
        new ChoiceWriter(names, values, branches, conditions, run, locals.take("branch"));
  }

  MethodSpec method() {
    EntryPointModel entryPoint = schedule.graph().entryPoint();
    MethodSpec.Builder method = Methods.override(entryPoint.method(), types);
    visible.put(run, Wiring.RUN);
    for (ParameterModel input : entryPoint.method().parameters()) {
      visible.put(input.name(), types.of(input.type()));
      if (!(input.type() instanceof TypeRef.Primitive)) {
        String problem =
            TextLiterals.of(
                "%s.%s: '%s' is null".formatted(agent, entryPoint.method().name(), input.name()));
        if (input.nullness().mayBeNull()) {
          // Nullness checkers reject passing null on, even to a method that throws for it.
          method
              .beginControlFlow("if ($L == null)", input.name())
              .addStatement("throw new $T($L)", NullPointerException.class, problem)
              .endControlFlow();
        } else {
          method.addStatement("$T.requireNonNull($L, $L)", Objects.class, input.name(), problem);
        }
      }
    }
    CodeBlock end =
        new ResultWriter(schedule, values, types, run, locals)
            .statements(entryPoint.result().future());
    CodeBlock.Builder body = CodeBlock.builder();
    if (parts == null) {
      schedule.acts().forEach(act -> body.add(act(act)));
      body.add(end);
    } else {
      schedule.acts().forEach(act -> parts.add(act(act), Weight.of(act.node())));
      body.add(parts.use(end, run, locals.take("steps")));
    }
    String constant = names.entryPoint(entryPoint);
    if (entryPoint.result().future()) {
      method
          .addCode("return $L.async($L, $L -> {\n", names.wiring(), constant, run)
          .addCode(body.build())
          .addCode("});\n");
    } else {
      method
          .beginControlFlow("try ($T $L = $L.start($L))", Wiring.RUN, run, names.wiring(), constant)
          .addCode(body.build())
          .endControlFlow();
    }
    return method.build();
  }

  private CodeBlock act(Act act) {
    return act instanceof Call ? call(act.node()) : fork(act.node());
  }

  private CodeBlock call(Node node) {
    if (node.isChoice()) {
      return assign(node, spineType(node), "call", choices.call(node));
    }
    Branch branch = plain(node).branches().get(0);
    CodeBlock call = branches.call(branch, run);
    List<Guard> guards = conditions.guards(branch);
    CodeBlock guard = Guard.all(guards);
    CodeBlock skip = guards.isEmpty() ? CodeBlock.of("") : without("skip", node, guards);
    if (node.step().value().none() || !read.contains(node.name())) {
      return guards.isEmpty() ? statement(call) : either(guard, call, skip);
    }
    CodeBlock value = call;
    if (!guards.isEmpty()) {
      CodeBlock present =
          node.step().value().optional() ? call : CodeBlock.of("$T.of($L)", Optional.class, call);
      value = CodeBlock.of("$L ? $L : $L", guard, present, skip);
    }
    return assign(node, spineType(node), "call", value);
  }

  private CodeBlock fork(Node node) {
    if (node.isChoice()) {
      CodeBlock choice = choices.fork(node);
      return read.contains(node.name())
          ? assign(node, forkedType(node), "start", choice)
          : statement(choice);
    }
    Branch branch = plain(node).branches().get(0);
    CodeBlock fork = branches.fork(branch, run);
    List<Guard> guards = conditions.guards(branch);
    if (guards.isEmpty()) {
      return read.contains(node.name())
          ? assign(node, forkedType(node), "start", fork)
          : statement(fork);
    }
    CodeBlock guard = Guard.all(guards);
    CodeBlock absent = without(isEach(node) ? "absentEach" : "absent", node, guards);
    return read.contains(node.name())
        ? assign(node, forkedType(node), "start", CodeBlock.of("$L ? $L : $L", guard, fork, absent))
        : either(guard, fork, absent);
  }

  /** Returns a step without its conditions if they always hold. */
  private Node plain(Node node) {
    boolean maybeAbsent = !schedule.graph().presence().causes(node.name()).isEmpty();
    return maybeAbsent || node.isChoice()
        ? node
        : new Node(node.name(), List.of(node.branches().get(0).unconditional()));
  }

  /** Writes the call for guards that do not hold, with the reason. */
  private CodeBlock without(String method, Node node, List<Guard> guards) {
    return CodeBlock.of(
        "$L.$L($L, $L)", run, method, names.step(node.name()), Guard.reason(guards));
  }

  /** Returns whether the step is a fan-out whose items other steps may wait for one by one. */
  private static boolean isEach(Node node) {
    return !node.isChoice() && node.step().isFanOut() && !node.step().value().none();
  }

  private TypeName forkedType(Node node) {
    if (node.step().value().none()) {
      return ParameterizedTypeName.get(Wiring.FORKED, TypeName.get(Void.class));
    }
    TypeRef type = node.step().value().type();
    return isEach(node) && type instanceof TypeRef.Declared list
        ? ParameterizedTypeName.get(Wiring.FORKED_EACH, types.of(list.arguments().get(0)))
        : ParameterizedTypeName.get(Wiring.FORKED, types.boxed(type));
  }

  private TypeName spineType(Node node) {
    TypeRef type = node.step().value().type();
    return values.maybeAbsent(node.name())
        ? ParameterizedTypeName.get(ClassName.get(Optional.class), types.boxed(type))
        : types.of(type);
  }

  /**
   * Declares the local variable of a step.
   *
   * @param verb the kind of start, for the name of a method that several entry points call
   */
  private CodeBlock assign(Node node, TypeName type, String verb, CodeBlock value) {
    CodeBlock start = parts == null ? shared.start(verb, node.name(), type, value, visible) : value;
    visible.put(node.name(), type);
    CodeBlock assignment = statement(CodeBlock.of("$L = $L", declared(node, type), start));
    return parts != null || read.contains(node.name())
        ? assignment
        // A switch expression is not a statement.
        : CodeBlock.of("@$T(\"unused\") $L", SuppressWarnings.class, assignment);
  }

  private static CodeBlock either(CodeBlock guard, CodeBlock yes, CodeBlock no) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", guard)
        .addStatement("$L", yes)
        .nextControlFlow("else")
        .addStatement("$L", no)
        .endControlFlow()
        .build();
  }

  /** Returns the declaration of a local variable, or the name of a field. */
  private CodeBlock declared(Node node, TypeName type) {
    return parts == null
        ? CodeBlock.of("$T $L", type, node.name())
        : CodeBlock.of("$L", parts.field(type, node.name()));
  }

  private static CodeBlock statement(CodeBlock code) {
    return CodeBlock.builder().addStatement("$L", code).build();
  }
}
