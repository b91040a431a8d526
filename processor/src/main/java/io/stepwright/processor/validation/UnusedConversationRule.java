package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_CONVERSATION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.ValueReads;
import io.stepwright.processor.model.ValueReads.Read;
import io.stepwright.processor.model.WiredAgent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Warns of conversations that nothing reads: inputs, results of steps, and records of both if none
 * of their conversations is read. A method of such a record, other than that of a component, may
 * read all of it.
 */
final class UnusedConversationRule {

  private UnusedConversationRule() {}

  static void check(WiredAgent wired, Types types, Diagnostics diagnostics) {
    List<Read> ofSteps = new ArrayList<>();
    Map<String, Node> steps = new LinkedHashMap<>();
    for (Graph graph : wired.graphs()) {
      List<Read> reads = ValueReads.in(graph, wired);
      for (ParameterModel input : graph.entryPoint().method().parameters()) {
        check(
            types.shape(input.type()),
            reads.stream().filter(read -> read.isOfInput(input.name())).toList(),
            input.place(),
            input.name(),
            "an input of entry point '%s'".formatted(graph.entryPoint().method().name()),
            diagnostics);
      }
      ofSteps.addAll(reads);
      for (Node node : graph.nodes()) {
        if (!node.step().value().type().isVoid()) {
          steps.putIfAbsent(node.name(), node);
        }
      }
    }
    // Another entry point may read a part of the result that this one leaves.
    steps.forEach(
        (name, node) ->
            check(
                types.shape(node.step().value().type()),
                ofSteps.stream().filter(read -> read.isOfStep(name)).toList(),
                node.step().namePlace(),
                name,
                "in the result of step '%s'".formatted(name),
                diagnostics));
  }

  private static void check(
      Shape shape,
      List<Read> reads,
      Place place,
      String source,
      String where,
      Diagnostics diagnostics) {
    List<List<String>> conversations = new ArrayList<>();
    find(shape, List.of(), conversations);
    boolean anyRead =
        conversations.stream()
            .anyMatch(each -> reads.stream().anyMatch(read -> reaches(read.names(), each, shape)));
    if (anyRead) {
      return; // Of several in a record, an entry point may need one.
    }
    for (List<String> conversation : conversations) {
      String path = String.join(".", plus(List.of(source), conversation));
      diagnostics.report(
          UNUSED_CONVERSATION,
          place,
          "Nothing reads the conversation '%s', %s.".formatted(path, where),
          "A model sees only a conversation that its step takes as a parameter.",
          conversation.isEmpty()
              ? "Add a parameter '%s' to the step that continues it, or drop it.".formatted(path)
              : "Add @From(\"%s\") Conversation %s to the step that continues it, or drop it."
                  .formatted(path, conversation.get(conversation.size() - 1)));
    }
  }

  /** Finds conversations to which the names of components lead. */
  private static void find(Shape shape, List<String> names, List<List<String>> found) {
    if (isConversation(shape)) {
      found.add(names);
    } else if (shape instanceof Shape.Structure structure) {
      for (Shape.Component component : structure.components()) {
        find(component.shape(), plus(names, List.of(component.name())), found);
      }
    }
  }

  private static boolean isConversation(Shape shape) {
    return shape instanceof Shape.History
        || shape instanceof Shape.Maybe maybe && maybe.value() instanceof Shape.History;
  }

  /** Returns whether a value contains a conversation, is a part of it, or may be made of it. */
  private static boolean reaches(List<String> read, List<String> conversation, Shape root) {
    Shape shape = root;
    for (int i = 0; i < Math.min(read.size(), conversation.size()); i++) {
      Map<String, Shape> components = new LinkedHashMap<>();
      if (shape instanceof Shape.Structure structure) {
        structure.components().forEach(each -> components.put(each.name(), each.shape()));
      }
      Shape next = components.get(read.get(i));
      if (next == null) {
        return true;
      }
      if (!read.get(i).equals(conversation.get(i))) {
        return false;
      }
      shape = next;
    }
    return true;
  }

  private static List<String> plus(List<String> names, List<String> more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return List.copyOf(all);
  }
}
