package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;

/** Registers nodes with their inputs, and propagates settled nodes to their dependents. */
final class StepInputs {

  private StepInputs() {}

  /** Registers a node with its inputs, and its inline nodes with theirs. */
  static void connect(Node<?> node, Effects effects) {
    for (Node<?> input : node.required) {
      if (input.state == State.ABSENT) {
        effects.skipped(node, input);
        return;
      }
    }
    for (Node<?> input : node.required) {
      if (!input.isSettled()) {
        input.addRequiredBy(node);
        node.pending++;
      }
    }
    if (node.waitsForSettled()) {
      for (Node<?> input : node.settled) {
        if (!input.isSettled()) {
          input.addSettledFor(node);
          node.pending++;
        }
      }
    }
    if (node.pending == 0) {
      node.inputsReady(effects);
    }
    for (Node<?> input : node.required) {
      if (input instanceof InlineNode part && !part.connected && node.state == State.WAITING) {
        part.connected = true;
        connect(part, effects);
        propagate(effects);
      }
      node.mayBeAbsent |= input.mayBeAbsent && input.state != State.VALUE;
    }
  }

  /** Propagates settled nodes to the nodes that wait for them, transitively. */
  static void propagate(Effects effects) {
    for (Node<?> node = effects.nextEnded(); node != null; node = effects.nextEnded()) {
      for (Node<?> next : node.requiredBy()) {
        if (node.state == State.ABSENT) {
          if (next.state == State.WAITING) {
            effects.skipped(next, node);
          }
        } else {
          arrived(next, effects);
        }
      }
      for (Node<?> next : node.settledFor()) {
        arrived(next, effects);
      }
    }
  }

  private static void arrived(Node<?> next, Effects effects) {
    if (next.state == State.WAITING && --next.pending == 0) {
      next.inputsReady(effects);
    }
  }
}
