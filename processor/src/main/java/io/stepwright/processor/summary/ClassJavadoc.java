package io.stepwright.processor.summary;

import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ModelCallCount;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.source.CommentText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the graph of an entry point as text, for readers of the generated class. */
public final class ClassJavadoc {

  private ClassJavadoc() {}

  /** Returns the text for one entry point. */
  public static String of(Schedule schedule, WiredAgent wired) {
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
      conditions(node).forEach(condition -> text.append("      ").append(condition).append('\n'));
      notes(node, wired).forEach(note -> text.append("      ").append(note).append('\n'));
    }
    text.append("critical path: ").append(String.join(" -> ", graph.criticalPath())).append('\n');
    text.append("model calls: ").append(calls(graph, wired)).append('\n');
    return text.toString();
  }

  private static String calls(Graph graph, WiredAgent wired) {
    ModelCallCount count = new ModelCallCount(wired);
    String uncounted = ToolNotes.uncounted(count, graph);
    return count.of(graph).figures(CommentText::of) + (uncounted == null ? "" : "\n  " + uncounted);
  }

  private static String head(Graph graph) {
    String inputs =
        graph.entryPoint().method().parameters().stream()
            .map(ParameterModel::name)
            .collect(Collectors.joining(", ", "(", ")"));
    return graph.entryPoint().method().name() + inputs;
  }

  private static String kind(Node node) {
    return node.isChoice() ? "one of" : kind(node.step());
  }

  private static String kind(StepModel step) {
    if (step.isTemplateAlone()) {
      return "template";
    }
    if (step.model() == null) {
      return step.isAbstract() ? "regex" : "code";
    }
    String model = CommentText.of(step.model().name().text()) + cached(step.cache());
    if (step.template() != null) {
      return "template, " + model;
    }
    return step.regex() == null ? model : "regex, else " + model;
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
    boolean waits = !node.needs().isEmpty();
    if (!names.isEmpty()) {
      parts.add((waits ? "from " : "at once, from ") + String.join(", ", names));
    }
    if (!node.after().isEmpty()) {
      parts.add("after " + String.join(", ", node.after()));
    }
    for (Binding binding : node.bindings()) {
      if (binding.parameter().each() != null) {
        parts.add("for each of " + CommentText.of(binding.path().text()));
      }
    }
    if (parts.isEmpty()) {
      return waits ? "after " + String.join(", ", node.needs()) : "at once";
    }
    return String.join(", ", parts);
  }

  private static List<String> conditions(Node node) {
    if (node.isChoice()) {
      return node.branches().stream().map(ClassJavadoc::alternative).toList();
    }
    List<Condition> conditions = node.branches().get(0).conditions();
    return conditions.isEmpty() ? List.of() : List.of("when " + display(conditions));
  }

  private static String alternative(Branch branch) {
    String when = branch.conditions().isEmpty() ? "else" : "when " + display(branch.conditions());
    return "%s %s, %s".formatted(when, branch.step().method().name(), kind(branch.step()));
  }

  private static String display(List<Condition> conditions) {
    return conditions.stream()
        .map(condition -> CommentText.of(condition.display()))
        .collect(Collectors.joining(" and "));
  }

  /**
   * Returns notes on the conversations and the checks of a step's methods, and on the effect of a
   * failed item.
   */
  private static List<String> notes(Node node, WiredAgent wired) {
    List<String> notes = new ArrayList<>();
    for (Branch branch : node.branches()) {
      ParameterModel history = branch.step().history();
      String method = node.isChoice() ? branch.step().method().name() + " " : "";
      if (history != null) {
        notes.add(method + "continues " + history.name());
      }
      List<ResolvedCheck> checks = wired.checks(branch.step());
      if (!checks.isEmpty()) {
        notes.add(
            method
                + "checked by "
                + checks.stream().map(ResolvedCheck::method).collect(Collectors.joining(", ")));
      }
      List<String> tools = ToolNotes.of(branch.step(), wired);
      for (int i = 0; i < tools.size(); i++) {
        notes.add((i == 0 ? method : "") + tools.get(i));
      }
    }
    switch (node.step().itemFailure()) {
      case FAIL_RUN -> {}
      case LEAVE_EMPTY -> notes.add("an item that fails is left empty");
      case GIVE_FAILURE -> notes.add("an item that fails gives its failure");
    }
    return notes;
  }

  private static String absence(Node node) {
    return node.step().value().optional() ? "; may be absent" : "";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }
}
