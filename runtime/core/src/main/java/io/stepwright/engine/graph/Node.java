package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of the graph of one run, which gets a value or is absent. Its state is guarded by the
 * run's lock.
 */
public abstract class Node<T> implements Forked<T> {

  public static final Node<?>[] NONE = {};

  /** Stands for the value of a step without a value. */
  public static final Object DONE = new Object();

  public enum State {
    /** At least one input has not settled. */
    WAITING,
    /** All inputs are available, and work of the node may be claimed. */
    READY,
    /** A thread has claimed all work of the node. */
    RUNNING,
    VALUE,
    ABSENT,
    /** The node failed, was cancelled or is not needed. It never gets a value. */
    STOPPED
  }

  final Awaiter awaiter;
  private final StepInfo info;
  private final @Nullable StepKey key;

  /** Nodes whose values this one needs. Set before it joins the graph. */
  Node<?>[] required = NONE;

  /** Nodes that must have settled, with a value or absent. */
  Node<?>[] settled = NONE;

  State state = State.WAITING;
  int pending;
  boolean needed;
  boolean notNeeded;
  boolean mayBeAbsent;

  /**
   * True if the last event of the node was emitted, or will be emitted by the execution of the
   * body, of the chosen alternative, or at the end of the run.
   */
  boolean reported;

  boolean awaited;
  int visit;
  @Nullable Object value;
  private @Nullable List<Node<?>> requiredBy;
  private @Nullable List<Node<?>> settledFor;

  /**
   * Makes a node without inputs.
   *
   * @param key null if no listener wants the run
   */
  Node(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    this.awaiter = awaiter;
    this.info = info;
    this.key = key;
  }

  /** Casts the {@code Forked} objects of generated code to nodes. */
  public static Node<?>[] of(Forked<?>[] forked) {
    if (forked.length == 0) {
      return NONE;
    }
    Node<?>[] nodes = new Node<?>[forked.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = (Node<?>) forked[i];
    }
    return nodes;
  }

  /** Continues once all inputs are available. */
  abstract void inputsReady(Effects effects);

  /** Tells whether the node starts only after all of {@link #settled}. */
  boolean waitsForSettled() {
    return true;
  }

  public StepInfo info() {
    return info;
  }

  public @Nullable StepKey key() {
    return key;
  }

  boolean isSettled() {
    return state == State.VALUE || state == State.ABSENT;
  }

  public boolean hasValue() {
    return state == State.VALUE;
  }

  /** Tells whether the node was dropped because the result does not need it. */
  public boolean isNotNeeded() {
    return notNeeded;
  }

  /**
   * Returns whether the last event of the node is taken care of: the execution of the body or the
   * notices of {@link Effects} emit it. If not, the end of the run emits it.
   */
  public boolean isReported() {
    return reported || isSettled();
  }

  List<Node<?>> requiredBy() {
    return requiredBy == null ? List.of() : requiredBy;
  }

  List<Node<?>> settledFor() {
    return settledFor == null ? List.of() : settledFor;
  }

  void addRequiredBy(Node<?> node) {
    requiredBy = requiredBy == null ? new ArrayList<>(2) : requiredBy;
    requiredBy.add(node);
  }

  void addSettledFor(Node<?> node) {
    settledFor = settledFor == null ? new ArrayList<>(2) : settledFor;
    settledFor.add(node);
  }

  @Override
  public T get() {
    if (state != State.VALUE) {
      throw notAvailable();
    }
    return typed();
  }

  @Override
  public Optional<T> getOptional() {
    if (!isSettled()) {
      throw notAvailable();
    }
    return state == State.VALUE ? Optional.of(typed()) : Optional.empty();
  }

  @Override
  public T join() {
    awaiter.await(this);
    return get();
  }

  @Override
  public Optional<T> joinOptional() {
    awaiter.await(this);
    return getOptional();
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  private T typed() {
    // A step without a value is a Forked<Void>: null is its only value.
    return value == DONE ? null : (T) value;
  }

  private IllegalStateException notAvailable() {
    return new IllegalStateException(
        state == State.ABSENT
            ? "%s is absent; it has no value to get.".formatted(Messages.name(info))
            : "%s has not ended yet. A step that reads its value must wait for it."
                .formatted(Messages.name(info)));
  }
}
