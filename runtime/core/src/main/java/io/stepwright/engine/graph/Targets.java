package io.stepwright.engine.graph;

/** The targets of a wait: steps whose values are awaited, and steps whose end is awaited. */
public final class Targets {

  public static final Targets NONE = new Targets(Node.NONE, Node.NONE);

  private final Node<?>[] required;
  private final Node<?>[] settled;

  public Targets(Node<?>[] required, Node<?>[] settled) {
    this.required = required;
    this.settled = settled;
  }

  Node<?>[] required() {
    return required;
  }

  Node<?>[] settled() {
    return settled;
  }

  public boolean areSettled() {
    return allSettled(required) && allSettled(settled);
  }

  public void markAwaited() {
    for (Node<?> step : required) {
      step.awaited = true;
    }
    for (Node<?> step : settled) {
      step.awaited = true;
    }
  }

  /** Returns the number of the required steps that may still turn out to be absent. */
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
