package io.stepwright.processor.codegen;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the graph of an entry point as text: what a reader of the generated class wants to know
 * first.
 */
final class ClassJavadoc {

  private ClassJavadoc() {}

  static String of(Schedule schedule) {
    Graph graph = schedule.graph();
    StringBuilder text = new StringBuilder();
    text.append(head(graph)).append('\n');
    int nameWidth = width(graph.nodes().stream().map(Node::name).toList());
    int kindWidth = width(graph.nodes().stream().map(ClassJavadoc::kind).toList());
    for (Node node : graph.nodes()) {
      String line = "  %-" + nameWidth + "s  %-" + kindWidth + "s  %s%s";
      text.append(
              line.formatted(node.name(), kind(node), inputs(node), absence(node)).stripTrailing())
          .append('\n');
    }
    text.append("critical path: ").append(String.join(" -> ", graph.criticalPath())).append('\n');
    text.append("model calls: ").append(graph.mostModelCalls()).append(" at most\n");
    return text.toString();
  }

  private static String head(Graph graph) {
    String inputs =
        graph.entryPoint().method().parameters().stream()
            .map(ParameterModel::name)
            .collect(Collectors.joining(", ", "(", ")"));
    return graph.entryPoint().method().name() + inputs;
  }

  private static String kind(Node node) {
    if (node.step().model() == null) {
      return node.step().isAbstract() ? "regex" : "code";
    }
    String model = node.step().model().name().text();
    String cached = cached(node.step().cache());
    return (node.step().regex() == null ? model : "regex, else " + model) + cached;
  }

  private static String cached(@Nullable CacheText cache) {
    if (cache == null) {
      return "";
    }
    return cache.isSemantic() ? ", cached at " + cache.similarity() : ", cached";
  }

  private static String inputs(Node node) {
    Set<String> names = new LinkedHashSet<>();
    for (Binding binding : node.bindings()) {
      names.add(binding.source().name());
    }
    List<String> parts = new ArrayList<>();
    if (!names.isEmpty()) {
      boolean inputsOnly =
          node.bindings().stream().allMatch(binding -> binding.source() instanceof EntryInput);
      parts.add((inputsOnly ? "at once, from " : "from ") + String.join(", ", names));
    }
    if (!node.after().isEmpty()) {
      parts.add("after " + String.join(", ", node.after()));
    }
    return parts.isEmpty() ? "at once" : String.join(", ", parts);
  }

  private static String absence(Node node) {
    return node.step().value().optional() ? "; may be absent" : "";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }
}
