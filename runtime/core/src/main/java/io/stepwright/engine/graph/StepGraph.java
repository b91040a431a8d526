package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of the forked steps of one run: what waits for what, and what it means for others that
 * one has settled. It changes states and tells the effects; threads, listeners and user code are
 * the business of its user, who performs them. Not thread-safe.
 */
public final class StepGraph {

  private final List<Node<?>> nodes = new ArrayList<>();
  private final Claims claims;

  /**
   * A graph without nodes.
   *
   * @param ownThreads whether every step that is ready gets a thread at once
   */
  public StepGraph(boolean ownThreads) {
    claims = new Claims(ownThreads);
  }

  // ---------------------------------------------------------------- transitions

  /** Adds a node that will never start, because the run is over. */
  public void addUnstarted(Node<?> node) {
    nodes.add(node);
  }

  /** Adds a node: {@code WAITING}, or further if its inputs are there already. */
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
   * Settles a part that was evaluated.
   *
   * @param holds whether its owner may start
   * @param effects of which the part was one; gets those of its end
   */
  public void settle(InlineNode part, boolean holds, Effects effects) {
    part.state = holds ? State.VALUE : State.ABSENT;
    effects.ended(part);
    propagate(effects);
  }

  /**
   * Stops a step because a part of it has failed.
   *
   * @return whether its failure is to be told; else it has ended in another way
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

  /** Makes the steps {@code READY} that the listeners now know to be. */
  public void open(Effects effects) {
    effects.open();
  }

  private void propagate(Effects effects) {
    StepInputs.propagate(effects);
    nodes.addAll(effects.takeJoined());
  }

  // ---------------------------------------------------------------- claims

  /** Claims work of the nodes that were made ready, if there is any that nobody else has. */
  public @Nullable Work claim(Effects effects) {
    for (Claimable<?> node : effects.work()) {
      Work work = node.claim();
      if (work != null) {
        return work;
      }
    }
    return null;
  }

  /** Claims work for the thread that waits for the targets; null if there is none for it. */
  public @Nullable Work claimFor(Targets targets) {
    return claims.claimFor(targets);
  }

  // ---------------------------------------------------------------- the result is there

  /**
   * Nodes that must settle although the result is there.
   *
   * @param decided whether all others were dropped; else it is not known yet what else is needed
   */
  public record Needed(List<Node<?>> nodes, boolean decided) {}

  /**
   * Finds what must end although the result is there: side effects, named steps, and what they wait
   * for. Drops all others, unless there are choices to make first, which are returned then.
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

  /** All nodes that were added, and the arms of choices. */
  public List<Node<?>> nodes() {
    return List.copyOf(nodes);
  }

  /** Takes the nodes whose end has not been told; they count as told from here on. */
  public List<Node<?>> takeUntold() {
    List<Node<?>> untold = new ArrayList<>(0);
    for (Node<?> node : nodes) {
      if (node.key() != null && !node.isTold()) {
        node.reported = true;
        untold.add(node);
      }
    }
    return untold;
  }
}
