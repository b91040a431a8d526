package io.stepwright.engine.graph;

import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/**
 * A part of a step that is no step: the thread that settles its last input evaluates it then and
 * there.
 */
public abstract class InlineNode extends Node<Object> {

  final Node<?> owner;

  /** Whether its inputs know of it. */
  boolean connected;

  /** What it is absent for, without having been evaluated. */
  @Nullable Node<?> missing;

  /**
   * A part.
   *
   * @param owner the node that needs it
   */
  InlineNode(Node<?> owner) {
    super(owner.awaiter, owner.info(), null);
    this.owner = owner;
  }

  /**
   * Evaluates it, not under a lock.
   *
   * @return false if the owner is absent
   */
  public abstract boolean evaluate();

  /** What is the case if it is evaluated to false, in words. */
  String opposite() {
    return info().name() + " is absent";
  }

  /** What a failure of it is called. */
  public abstract String name(StepInfo step);

  @Override
  public final void inputsThere(Effects effects) {
    effects.evaluate(this);
  }

  /** The node that needs it. */
  public Node<?> owner() {
    return owner;
  }

  /** Whether its owner may still start. */
  public final boolean isWanted() {
    return owner.state == State.WAITING && !owner.notNeeded;
  }
}
