package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.schedule.Schedule.Act;
import io.stepwright.processor.schedule.Schedule.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes the method that runs one entry point: one line for each step. */
final class EntryPointWriter {

  private final Schedule schedule;
  private final AgentNames names;
  private final TypeNames types;
  private final StepWriter steps;
  private final String agent;
  private final Values values;
  private final Set<String> read = new HashSet<>();
  private final NameScope locals;
  private final String run;
  private final String handle;

  EntryPointWriter(
      Schedule schedule, String agent, AgentNames names, TypeNames types, StepWriter steps) {
    this.schedule = schedule;
    this.agent = agent;
    this.names = names;
    this.types = types;
    this.steps = steps;
    this.values = new Values(schedule);
    Graph graph = schedule.graph();
    graph.nodes().forEach(node -> read.addAll(node.needs()));
    read.addAll(graph.result().needs());
    Set<String> taken = new HashSet<>();
    graph.nodes().forEach(node -> taken.add(node.name()));
    graph.entryPoint().method().parameters().forEach(input -> taken.add(input.name()));
    this.locals = new NameScope(taken);
    this.run = locals.take("run");
    this.handle = locals.take("step");
  }

  MethodSpec method() {
    EntryPointModel entryPoint = schedule.graph().entryPoint();
    MethodSpec.Builder method = Methods.override(entryPoint.method(), types);
    for (ParameterModel input : entryPoint.method().parameters()) {
      if (!(input.type() instanceof TypeRef.Primitive)) {
        method.addStatement(
            "$T.requireNonNull($L, $S)",
            Objects.class,
            input.name(),
            "%s.%s: '%s' is null".formatted(agent, entryPoint.method().name(), input.name()));
      }
    }
    CodeBlock.Builder body = CodeBlock.builder();
    schedule.acts().forEach(act -> body.add(act(act)));
    body.add(
        new ResultWriter(schedule, values, types, run, locals)
            .statements(entryPoint.result().future()));
    String constant = names.entryPoint(entryPoint);
    if (entryPoint.result().future()) {
      method
          .addCode("return $L.async($L, $L -> {\n$>", names.runtime(), constant, run)
          .addCode(body.build())
          .addCode("$<});\n");
    } else {
      method
          .beginControlFlow(
              "try ($T $L = $L.start($L))", Wiring.RUN, run, names.runtime(), constant)
          .addCode(body.build())
          .endControlFlow();
    }
    return method.build();
  }

  private CodeBlock act(Act act) {
    return act instanceof Call ? call(act.node()) : fork(act.node());
  }

  private CodeBlock call(Node node) {
    CodeBlock call = invoke(node, node.step().value().none() ? "perform" : callMethod(node));
    String guard = guard(node);
    CodeBlock skip = CodeBlock.of("$L.skip($L)", run, names.step(node.name()));
    if (node.step().value().none()) {
      return guard.isEmpty()
          ? statement(call) // Nobody can read a value of it.
          : CodeBlock.builder()
              .beginControlFlow("if ($L)", guard)
              .addStatement("$L", call)
              .nextControlFlow("else")
              .addStatement("$L", skip)
              .endControlFlow()
              .build();
    }
    CodeBlock value = call;
    if (!guard.isEmpty()) {
      CodeBlock present =
          node.step().value().optional() ? call : CodeBlock.of("$T.of($L)", Optional.class, call);
      value = CodeBlock.of("$L\n? $L\n: $L", guard, present, skip);
    }
    return assign(node, spineType(node), value, !guard.isEmpty());
  }

  private static String callMethod(Node node) {
    return node.step().value().optional() ? "callOptional" : "call";
  }

  private CodeBlock fork(Node node) {
    String method =
        node.step().value().none()
            ? "forkAction"
            : node.step().value().optional() ? "forkOptional" : "fork";
    CodeBlock fork = invoke(node, method);
    String guard = guard(node);
    CodeBlock value =
        guard.isEmpty()
            ? fork
            : CodeBlock.of("$L\n? $L\n: $L.absent($L)", guard, fork, run, names.step(node.name()));
    TypeName type =
        ParameterizedTypeName.get(
            Wiring.FORKED,
            node.step().value().none()
                ? TypeName.get(Void.class)
                : types.boxed(node.step().value().type()));
    return assign(node, type, value, !guard.isEmpty());
  }

  /** What has to be there of the inputs whose absence is decided on the spine. */
  private String guard(Node node) {
    List<String> present = new ArrayList<>();
    for (String required : node.required()) {
      if (values.isOptionalLocal(required)) {
        present.add(required + ".isPresent()");
      }
    }
    return String.join(" && ", present);
  }

  private CodeBlock invoke(Node node, String method) {
    List<CodeBlock> arguments = node.bindings().stream().map(values::inBody).toList();
    return CodeBlock.of(
        "$L$L.$L($L,$W$L -> $L)",
        run,
        waits(node),
        method,
        names.step(node.name()),
        handle,
        steps.body(node.step(), handle, arguments));
  }

  private String waits(Node node) {
    return wait("after", node.required()) + wait("settled", node.settled());
  }

  private String wait(String method, Set<String> needed) {
    List<String> forked = needed.stream().filter(name -> !values.onSpine(name)).toList();
    return forked.isEmpty() ? "" : "." + method + "(" + String.join(", ", forked) + ")";
  }

  private TypeName spineType(Node node) {
    TypeRef type = node.step().value().type();
    return values.maybeAbsent(node.name())
        ? ParameterizedTypeName.get(ClassName.get(Optional.class), types.boxed(type))
        : types.of(type);
  }

  /** A local if somebody reads it, or if the expression is none that can stand alone. */
  private CodeBlock assign(Node node, TypeName type, CodeBlock value, boolean conditional) {
    return read.contains(node.name()) || conditional
        ? statement(CodeBlock.of("$T $L = $L", type, node.name(), value))
        : statement(value);
  }

  private static CodeBlock statement(CodeBlock code) {
    return CodeBlock.builder().addStatement("$L", code).build();
  }
}
