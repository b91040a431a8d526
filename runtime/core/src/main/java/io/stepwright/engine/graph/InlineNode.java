package io.stepwright.engine.graph;

import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/**
 * A condition, a choice or a list of items: a node that belongs to a step. The thread that settles
 * its last input evaluates it inline.
 */
public abstract class InlineNode extends Node<Object> {

  final Node<?> owner;

  /** True once this node is registered with its inputs. */
  boolean connected;

  /**
   * The input that has settled as absent and made this node absent without an evaluation; null if
   * the node was evaluated, or has not settled.
   */
  @Nullable Node<?> missing;

  /**
   * Makes an inline node.
   *
   * @param owner the node that needs it
   */
  InlineNode(Node<?> owner) {
    super(owner.awaiter, owner.info(), null);
    this.owner = owner;
  }

  /**
   * Evaluates the node. Must not be called under a lock.
   *
   * @return false if the owner is absent
   */
  public abstract boolean evaluate();

  /** Returns the reason for the owner's absence if the node evaluates to false. */
  String opposite() {
    return info().name() + " is absent";
  }

  /** Returns the name of this node for the message of its failure. */
  public abstract String name(StepInfo step);

  @Override
  public final void inputsReady(Effects effects) {
    effects.evaluate(this);
  }

  /** Returns the node that needs this one. */
  public Node<?> owner() {
    return owner;
  }

  /** Tells whether the owner may still start. */
  public final boolean isWanted() {
    return owner.state == State.WAITING && !owner.notNeeded;
  }
}
