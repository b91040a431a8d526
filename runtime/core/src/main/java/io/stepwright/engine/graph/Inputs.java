package io.stepwright.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The inputs of the next step that is given. Immutable. */
public final class Inputs {

  public static final Inputs NONE = new Inputs(Node.NONE, Node.NONE, List.of());

  private final Node<?>[] required;
  private final Node<?>[] settled;
  private final List<Test> tests;

  /** A condition on the value of a step, or without a predicate on its absence. */
  private record Test(Node<?> root, @Nullable Predicate<Object> predicate, String otherwise) {}

  private Inputs(Node<?>[] required, Node<?>[] settled, List<Test> tests) {
    this.required = required;
    this.settled = settled;
    this.tests = tests;
  }

  public Inputs andRequired(Node<?>... more) {
    return more.length == 0 ? this : new Inputs(join(required, more), settled, tests);
  }

  public Inputs andSettled(Node<?>... more) {
    return more.length == 0 ? this : new Inputs(required, join(settled, more), tests);
  }

  public Inputs andWhen(Node<?> root, @Nullable Predicate<Object> predicate, String otherwise) {
    List<Test> more = new ArrayList<>(tests);
    more.add(new Test(root, predicate, otherwise));
    return new Inputs(required, settled, List.copyOf(more));
  }

  /** Makes a node wait for these inputs; the conditions decide on the owner. */
  public void giveTo(Node<?> node, Node<?> owner) {
    Node<?>[] all = required;
    if (!tests.isEmpty()) {
      all = Arrays.copyOf(required, required.length + tests.size());
      for (int i = 0; i < tests.size(); i++) {
        Test test = tests.get(i);
        all[required.length + i] =
            new StepCondition(owner, test.root, test.predicate, test.otherwise);
      }
    }
    node.required = all;
    if (settled.length > 0) {
      node.settled = settled;
    }
  }

  private static Node<?>[] join(Node<?>[] some, Node<?>[] more) {
    Node<?>[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
