package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOO_MANY_STEPS;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Weight;
import java.util.List;
import java.util.Locale;

/**
 * Limits the size of an agent. Class files count with 16 bits, and compilers recurse into code. The
 * check runs before time and memory are spent on an agent that is too large.
 */
final class SizeRule {

  private static final int MOST_STEPS = 1_200;

  /** Limit for all entry points together, in the units of {@link Weight}. */
  private static final int MOST_WEIGHT = 40_000;

  private static final int MOST_WEIGHT_OF_STEP = 3_000;
  private static final int MOST_ALTERNATIVES = 100;
  private static final int MOST_CONDITIONS = 50;

  private SizeRule() {}

  /** Checks the number of methods; returns false if there are too many to be processed. */
  static boolean check(AgentModel agent, Diagnostics diagnostics) {
    int entryPoints = agent.entryPoints().size();
    int steps = agent.steps().size();
    int tools = agent.tools().size();
    if (steps > MOST_STEPS) {
      diagnostics.report(
          TOO_MANY_STEPS,
          agent.steps().get(MOST_STEPS).method().place(),
          String.format(
              Locale.ROOT,
              "Agent %s has %d steps, and %d are allowed.",
              agent.name(),
              steps,
              MOST_STEPS),
          "A class has no room for more.",
          "Let a code step call another agent for a part of the work.");
    } else if (entryPoints + steps > MOST_STEPS) {
      diagnostics.report(
          TOO_MANY_STEPS,
          agent.entryPoints().get(MOST_STEPS - steps).method().place(),
          String.format(
              Locale.ROOT,
              "Agent %s has %d steps and %d entry points, and %d are allowed of both together.",
              agent.name(),
              steps,
              entryPoints,
              MOST_STEPS),
          "A class has no room for more.",
          "Make several agents of it.");
    }
    int all = entryPoints + steps + tools;
    if (tools > 0 && all > MOST_STEPS && entryPoints + steps <= MOST_STEPS) {
      diagnostics.report(
          TOO_MANY_STEPS,
          agent.tools().get(MOST_STEPS - steps - entryPoints).method().place(),
          String.format(
              Locale.ROOT,
              "Agent %s has %d steps, %d entry points and %d tools, and %d are allowed of all"
                  + " together.",
              agent.name(),
              steps,
              entryPoints,
              tools,
              MOST_STEPS),
          "A class has no room for more.",
          "Make several agents of it.");
    }
    return all <= MOST_STEPS;
  }

  /** Checks the graphs of the entry points; returns false if they are too large to be processed. */
  static boolean check(List<Graph> graphs, Diagnostics diagnostics) {
    boolean fits = true;
    int all = 0;
    for (Graph graph : graphs) {
      for (Node node : graph.nodes()) {
        fits &= check(node, diagnostics);
      }
      int before = all;
      all += Weight.of(graph);
      if (all > MOST_WEIGHT && before <= MOST_WEIGHT) {
        diagnostics.report(
            TOO_MANY_STEPS,
            graph.entryPoint().method().place(),
            "With entry point %s the agent runs more than a class has room for: its steps wait for each other"
                    .formatted(graph.entryPoint().method().display())
                + " in too many ways.",
            "A step counts four, each value that it takes and each step that it runs after one, each"
                + String.format(
                    Locale.ROOT,
                    " condition four; %d are allowed in all entry points together, and there are %d.",
                    MOST_WEIGHT,
                    graphs.stream().mapToInt(Weight::of).sum()),
            "Hand several values on as one record, or make several agents of it.");
      }
    }
    return fits && all <= MOST_WEIGHT;
  }

  private static boolean check(Node node, Diagnostics diagnostics) {
    if (node.branches().size() > MOST_ALTERNATIVES) {
      tooMuch(
          node.branches().get(MOST_ALTERNATIVES),
          String.format(
              Locale.ROOT,
              "Step '%s' has %d alternatives, and %d are allowed.",
              node.name(),
              node.branches().size(),
              MOST_ALTERNATIVES),
          diagnostics);
      return false;
    }
    for (Branch branch : node.branches()) {
      if (branch.conditions().size() > MOST_CONDITIONS) {
        tooMuch(
            branch,
            String.format(
                Locale.ROOT,
                "%s has %d conditions, and %d are allowed.",
                branch.step().method().display(),
                branch.conditions().size(),
                MOST_CONDITIONS),
            diagnostics);
        return false;
      }
    }
    if (Weight.of(node) > MOST_WEIGHT_OF_STEP) {
      tooMuch(
          node.branches().get(0),
          String.format(
              Locale.ROOT,
              "Step '%s' waits for too much: %d values, steps and conditions.",
              node.name(),
              Weight.of(node)),
          diagnostics);
    }
    return Weight.of(node) <= MOST_WEIGHT_OF_STEP;
  }

  private static void tooMuch(Branch branch, String what, Diagnostics diagnostics) {
    diagnostics.report(
        TOO_MANY_STEPS,
        branch.step().method().place(),
        what,
        "A method has no room for more.",
        "Decide in a code step, and take what it returns.");
  }
}
