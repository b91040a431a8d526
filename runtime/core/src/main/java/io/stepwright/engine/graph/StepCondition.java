package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.wiring.StepInfo;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition of a step: on the value of another, or on its absence. */
final class StepCondition extends InlineNode {

  private final Node<?> root;
  private final @Nullable Predicate<Object> test;
  private final String otherwise;

  /**
   * Makes a condition.
   *
   * @param test holds for the value of the root; null if the root must be absent
   * @param otherwise the text for a condition that does not hold
   */
  StepCondition(Node<?> owner, Node<?> root, @Nullable Predicate<Object> test, String otherwise) {
    super(owner);
    this.root = root;
    this.test = test;
    this.otherwise = otherwise;
    this.mayBeAbsent = true;
    Node<?>[] roots = {root};
    if (test == null) {
      settled = roots;
    } else {
      required = roots;
    }
  }

  @Override
  @SuppressWarnings("NullAway")
  public boolean evaluate() {
    // The root of a test has a value by now; for a step without a value, that is a null of Void.
    return test == null ? root.state == State.ABSENT : test.test(root.get());
  }

  @Override
  public String opposite() {
    return otherwise;
  }

  @Override
  public String name(StepInfo step) {
    return "A condition of " + Messages.within(step);
  }
}
