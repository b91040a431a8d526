package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.StepInfo;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decision for one of the alternatives of a step. */
public final class Decision extends InlineNode {

  private final Function<Decision, ? extends Forked<?>> choice;
  private @Nullable Node<?> arm;

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
    if (arm == null || chosen != arm) {
      throw new IllegalStateException(
          "A choice forks one arm, on what it is given, and returns it.");
    }
    return true;
  }

  /** Records the alternative that the function forks. */
  public void fork(Node<?> node) {
    if (arm != null) {
      throw new IllegalStateException("A choice forks one arm only.");
    }
    arm = node;
  }

  /** Returns the chosen alternative. */
  Node<?> arm() {
    if (arm == null) {
      throw new IllegalStateException("Nothing has been chosen yet.");
    }
    return arm;
  }

  @Override
  public String name(StepInfo step) {
    return "The choice among the alternatives of " + Messages.within(step);
  }
}
