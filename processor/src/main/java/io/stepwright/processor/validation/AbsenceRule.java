package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.MAYBE_ABSENT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.Presence;
import io.stepwright.processor.model.Presence.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requires the type of a result that may be absent to express it. */
final class AbsenceRule implements GraphRule {

  /** Limit of cases for which the message proposes an alternative. */
  private static final int MOST_NAMED = 5;

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    if (graph.entryPoint().result().optional()) {
      return;
    }
    Presence presence = graph.presence();
    String entryPoint = graph.entryPoint().method().display();
    if (graph.result() instanceof StepResult result) {
      Set<Cause> why = causes(result.step().name(), graph, presence);
      if (!why.isEmpty()) {
        diagnostics.report(
            MAYBE_ABSENT,
            graph.entryPoint().method().place(),
            "The result of entry point %s may be absent: step '%s' is absent when %s."
                .formatted(entryPoint, result.step().name(), list(why)),
            "Return Optional<%s>%s."
                .formatted(
                    graph.entryPoint().result().type().display(),
                    alternative(graph.byName().get(result.step().name()))));
      }
    } else if (graph.result() instanceof AssembledResult result) {
      result.components().forEach(component -> check(component, graph, presence, diagnostics));
    }
  }

  private static void check(
      Binding component, Graph graph, Presence presence, Diagnostics diagnostics) {
    if (!(component.source() instanceof StepValue) || component.toleratesAbsence()) {
      return;
    }
    Set<Cause> why = causes(component.source().name(), graph, presence);
    if (!why.isEmpty()) {
      String type = component.parameter().type().display();
      diagnostics.report(
          MAYBE_ABSENT,
          component.parameter().place(),
          "Component '%s' of %s may be absent: step '%s' is absent when %s."
              .formatted(
                  component.parameter().name(),
                  graph.entryPoint().result().type().display(),
                  component.source().name(),
                  list(why)),
          "Make the component Optional<%s>, or return Optional<%s> from %s%s."
              .formatted(
                  type,
                  graph.entryPoint().result().type().display(),
                  graph.entryPoint().method().display(),
                  alternative(graph.byName().get(component.source().name()))));
    }
  }

  /**
   * Returns the causes of a step's absence; empty if its alternatives leave out a case, which is
   * reported elsewhere.
   */
  private static Set<Cause> causes(String step, Graph graph, Presence presence) {
    Node node = graph.byName().get(step);
    boolean hasGap =
        node != null && node.isChoice() && AlternativesRule.gap(node, presence).isPresent();
    return hasGap ? Set.of() : presence.causes(step);
  }

  /**
   * Returns advice on a method that makes a step with one condition present in all cases; empty if
   * the missing cases are not known.
   */
  private static String alternative(@Nullable Node node) {
    if (node == null || node.isChoice() || node.branches().get(0).conditions().size() != 1) {
      return "";
    }
    Condition condition = node.branches().get(0).conditions().get(0);
    List<String> all = List.of();
    List<String> covered = List.of();
    if (condition.test() instanceof Condition.IsType type) {
      all = type.allNames();
      covered = type.names();
    } else if (condition.test() instanceof Condition.IsConstant constant) {
      all = constant.all();
      covered = constant.names();
    }
    List<String> left = new ArrayList<>(condition.negated() ? covered : all);
    if (!condition.negated()) {
      left.removeAll(covered);
    }
    return left.isEmpty() || left.size() > MOST_NAMED
        ? ""
        : ", or add another method of step '%s' for %s"
            .formatted(node.name(), String.join(" and ", left));
  }

  private static String list(Set<Cause> causes) {
    return causes.stream().map(Cause::text).distinct().collect(Collectors.joining(" or "));
  }
}
