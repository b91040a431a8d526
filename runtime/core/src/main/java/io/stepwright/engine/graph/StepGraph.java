package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of the forked steps of one run: their dependencies, and the consequences of each
 * settled step. It changes states and returns effects; its caller performs them and owns threads,
 * listeners and user code. Not thread-safe.
 */
public final class StepGraph {

  private final List<Node<?>> nodes = new ArrayList<>();
  private final Claims claims;

  /**
   * Makes a graph without nodes.
   *
   * @param ownThreads true if every step that is ready gets a thread at once
   */
  public StepGraph(boolean ownThreads) {
    claims = new Claims(ownThreads);
  }

  // ---------------------------------------------------------------- transitions

  /** Adds a node that will never start, because the run is over. */
  public void addUnstarted(Node<?> node) {
    nodes.add(node);
  }

  /**
   * Adds a node. It is {@code WAITING}, or in a later state if its inputs are available already.
   */
  public Effects add(Node<?> node) {
    Effects effects = new Effects();
    nodes.add(node);
    StepInputs.connect(node, effects);
    propagate(effects);
    return effects;
  }

  /** Settles a step, or an item of a fan-out, whose body has ended. */
  public Effects settle(Work work, Outcome outcome) {
    Effects effects = new Effects();
    work.ended(outcome, effects);
    propagate(effects);
    return effects;
  }

  /**
   * Settles an inline node that was evaluated.
   *
   * @param holds true if its owner may start
   * @param effects the effects that the node came from; receives those of its end
   */
  public void settle(InlineNode part, boolean holds, Effects effects) {
    part.state = holds ? State.VALUE : State.ABSENT;
    effects.ended(part);
    propagate(effects);
  }

  /**
   * Stops a step because evaluating one of its inline nodes has failed.
   *
   * @return true if the failure is to be reported; false if the step has ended in another way
   */
  public boolean stop(InlineNode failed) {
    Node<?> owner = failed.owner;
    if (!failed.isWanted() || owner.reported) {
      return false;
    }
    owner.state = State.STOPPED;
    owner.reported = true;
    return true;
  }

  /** Makes the ready steps {@code READY}. The listeners have been notified of them. */
  public void open(Effects effects) {
    effects.open();
  }

  private void propagate(Effects effects) {
    StepInputs.propagate(effects);
    nodes.addAll(effects.takeJoined());
  }

  // ---------------------------------------------------------------- claims

  /** Claims unclaimed work of the nodes that were made ready. Returns null if there is none. */
  public @Nullable Work claim(Effects effects) {
    for (Claimable<?> node : effects.work()) {
      Work work = node.claim();
      if (work != null) {
        return work;
      }
    }
    return null;
  }

  /**
   * Claims work for the thread that waits for the targets. Returns null if there is none for it.
   */
  public @Nullable Work claimFor(Targets targets) {
    return claims.claimFor(targets);
  }

  // ---------------------------------------------------------------- after the result

  /**
   * Nodes that must settle although the result is available.
   *
   * @param decided true if all others were dropped; false if it is not known yet what else is
   *     needed
   */
  public record Needed(List<Node<?>> nodes, boolean decided) {}

  /**
   * Finds the nodes that must end although the result is available: side effects, named steps, and
   * their inputs. Drops all others, unless choices have to be made first; those are returned then.
   *
   * @param also names of steps
   */
  public Needed need(Set<String> also) {
    List<Node<?>> waitFor = NeededSteps.mark(nodes, also);
    List<Node<?>> undecided = NeededSteps.undecided(nodes);
    if (!undecided.isEmpty()) {
      return new Needed(undecided, false);
    }
    NeededSteps.dropOthers(nodes);
    return new Needed(waitFor, true);
  }

  /** Returns all nodes that were added, and the chosen alternatives. */
  public List<Node<?>> nodes() {
    return List.copyOf(nodes);
  }

  /**
   * Returns the nodes whose last event the caller must emit at the end of the run, because nothing
   * else emits it, and marks them as reported.
   */
  public List<Node<?>> takeUnreported() {
    List<Node<?>> untold = new ArrayList<>(0);
    for (Node<?> node : nodes) {
      if (node.key() != null && !node.isReported()) {
        node.reported = true;
        untold.add(node);
      }
    }
    return untold;
  }
}
