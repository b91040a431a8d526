package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.StepInfo;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decision for one of the alternatives of a step. */
public final class Decision extends InlineNode {

  private final Function<Decision, ? extends Forked<?>> choice;
  private @Nullable Node<?> branch;

  /**
   * Makes a decision that is still open.
   *
   * @param choice forks one alternative on this object and returns it
   */
  public Decision(Choice<?> owner, Function<Decision, ? extends Forked<?>> choice) {
    super(owner);
    this.choice = choice;
  }

  @Override
  public boolean evaluate() {
    Forked<?> chosen = choice.apply(this);
    if (branch == null || chosen != branch) {
      throw new IllegalStateException(
          "A choice forks one branch, on what it is given, and returns it.");
    }
    return true;
  }

  /** Records the alternative that the function forks. */
  public void fork(Node<?> node) {
    if (branch != null) {
      throw new IllegalStateException("A choice forks one branch only.");
    }
    branch = node;
  }

  /** Returns the chosen alternative. */
  Node<?> branch() {
    if (branch == null) {
      throw new IllegalStateException("Nothing has been chosen yet.");
    }
    return branch;
  }

  @Override
  public String name(StepInfo step) {
    return "The choice among the alternatives of " + Messages.within(step);
  }
}
