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
 * Writes the steps in the constant of an entry point: in one expression or, if they are many, in
 * methods that add some steps each.
 */
final class StepLists {

  /**
   * The maximum weight of one method, in units of {@link Weight}; a unit takes at most 10 bytes.
   */
  private static final int MOST_WEIGHT = 2_000;

  private final Graph graph;
  private final AgentNames names;

  StepLists(Graph graph, AgentNames names) {
    this.graph = graph;
    this.names = names;
  }

  /**
   * Returns whether the steps are too many for one expression, or for the initializer of the class.
   */
  boolean areLong() {
    return graph.nodes().size() > CallChain.MOST_CALLS || Weight.of(graph) > MOST_WEIGHT / 2;
  }

  /** Returns a call for each step. */
  List<CodeBlock> calls() {
    return graph.nodes().stream().map(this::call).toList();
  }

  private CodeBlock call(Node node) {
    CodeBlock.Builder code = CodeBlock.builder().add(".step($L", names.step(node.name()));
    node.needs().forEach(needed -> code.add(", $L", names.step(needed)));
    return code.add(")").build();
  }

  /** Returns the constant with its steps added by methods. */
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
