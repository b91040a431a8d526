package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Weight;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what an entry point's constant says of its steps: in one expression, or, if they are many,
 * in methods that add some each.
 */
final class StepLists {

  /** In the units of {@link Weight}; in a method of its own a unit takes at most 10 bytes. */
  private static final int MOST_WEIGHT = 2_000;

  private final Graph graph;
  private final AgentNames names;

  StepLists(Graph graph, AgentNames names) {
    this.graph = graph;
    this.names = names;
  }

  /** Whether one expression is too long for compilers, or the initializer of a class. */
  boolean areLong() {
    return graph.nodes().size() > CallChain.MOST_CALLS || Weight.of(graph) > MOST_WEIGHT / 2;
  }

  /** A call for each step. */
  List<CodeBlock> calls() {
    return graph.nodes().stream().map(this::call).toList();
  }

  private CodeBlock call(Node node) {
    CodeBlock.Builder code = CodeBlock.builder().add(".step($L", names.step(node.name()));
    node.needs().forEach(needed -> code.add(", $L", names.step(needed)));
    return code.add(")").build();
  }

  /** The constant, its steps added by methods. */
  CodeBlock in(CodeBlock withoutSteps, List<MethodSpec> methods) {
    String base = graph.entryPoint().method().name();
    String local = "entryPoint";
    MethodSpec.Builder all =
        method(base + "Info")
            .addStatement("$T $L = $L", Wiring.ENTRY_POINT_INFO, local, withoutSteps);
    List<MethodSpec> parts = new ArrayList<>();
    for (List<Node> nodes : parted()) {
      CodeBlock.Builder code = CodeBlock.builder().add("return $L", local);
      nodes.forEach(node -> code.add("$L", call(node)));
      MethodSpec part =
          method(base + "Steps")
              .addParameter(Wiring.ENTRY_POINT_INFO, local)
              .addStatement("$L", code.build())
              .build();
      all.addStatement("$L = $L($L)", local, part.name(), local);
      parts.add(part);
    }
    MethodSpec info = all.addStatement("return $L", local).build();
    methods.add(info);
    methods.addAll(parts);
    return CodeBlock.of("$L()", info.name());
  }

  private MethodSpec.Builder method(String wanted) {
    return MethodSpec.methodBuilder(names.methods().take(wanted))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Wiring.ENTRY_POINT_INFO);
  }

  private List<List<Node>> parted() {
    List<List<Node>> parts = new ArrayList<>();
    List<Node> part = new ArrayList<>();
    int weight = 0;
    for (Node node : graph.nodes()) {
      boolean full = part.size() >= CallChain.MOST_CALLS || weight + Weight.of(node) > MOST_WEIGHT;
      if (full && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        weight = 0;
      }
      part.add(node);
      weight += Weight.of(node);
    }
    parts.add(part);
    return parts;
  }
}
