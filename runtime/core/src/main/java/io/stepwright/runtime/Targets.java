package io.stepwright.runtime;

/** What a thread waits for: values of some steps and the end of others. */
final class Targets {

  static final Targets NONE = new Targets(Node.NONE, Node.NONE);

  private final Node<?>[] required;
  private final Node<?>[] settled;

  Targets(Node<?>[] required, Node<?>[] settled) {
    this.required = required;
    this.settled = settled;
  }

  Node<?>[] required() {
    return required;
  }

  Node<?>[] settled() {
    return settled;
  }

  boolean areSettled() {
    return allSettled(required) && allSettled(settled);
  }

  void markAwaited() {
    for (Node<?> step : required) {
      step.awaited = true;
    }
    for (Node<?> step : settled) {
      step.awaited = true;
    }
  }

  /** How many of the required steps may still turn out to be absent. */
  static int absentable(Node<?>[] required) {
    int count = 0;
    for (Node<?> step : required) {
      if (!step.isSettled() && step.mayBeAbsent) {
        count++;
      }
    }
    return count;
  }

  private static boolean allSettled(Node<?>[] steps) {
    for (Node<?> step : steps) {
      if (!step.isSettled()) {
        return false;
      }
    }
    return true;
  }
}
