package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;

/**
 * What nodes wait for, and what it means for others that one has settled. Under the lock of the
 * run.
 */
public final class StepInputs {

  private StepInputs() {}

  /** Lets a node wait for its inputs, and its parts for theirs. */
  public static void connect(Node<?> node, Settled settled) {
    for (Node<?> input : node.required) {
      if (input.state == State.ABSENT) {
        settled.skipped(node, input);
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
      node.inputsThere(settled);
    }
    for (Node<?> input : node.required) {
      if (input instanceof InlineNode part && !part.connected && node.state == State.WAITING) {
        part.connected = true;
        connect(part, settled);
        propagate(settled);
      }
      node.mayBeAbsent |= input.mayBeAbsent && input.state != State.VALUE;
    }
  }

  /**
   * Notes what settled nodes mean for those that wait for them, and for those that wait for those.
   */
  public static void propagate(Settled settled) {
    for (Node<?> node = settled.nextEnded(); node != null; node = settled.nextEnded()) {
      for (Node<?> next : node.requiredBy()) {
        if (node.state == State.ABSENT) {
          if (next.state == State.WAITING) {
            settled.skipped(next, node);
          }
        } else {
          arrived(next, settled);
        }
      }
      for (Node<?> next : node.settledFor()) {
        arrived(next, settled);
      }
    }
  }

  private static void arrived(Node<?> next, Settled settled) {
    if (next.state == State.WAITING && --next.pending == 0) {
      next.inputsThere(settled);
    }
  }
}
