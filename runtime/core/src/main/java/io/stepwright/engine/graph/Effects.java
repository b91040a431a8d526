package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consequences of a change of the graph, which the caller of the graph performs. For the thread
 * that made the change.
 */
public final class Effects {

  /** The kinds of notices. */
  public enum Kind {
    /** The step is absent because of an input or a condition. */
    SKIPPED,
    /** All inputs of the step are available. */
    READY,
    /** All items of a fan-out have ended. */
    FINISHED
  }

  /**
   * A change of a step to report to listeners that no execution of the step's body reports.
   *
   * @param reason the reason why the step was skipped; else empty
   */
  public record Notice(StepKey key, Kind kind, String reason) {}

  // Lists are made on demand: most steps make no step ready, or one.
  private @Nullable List<Claimable<?>> ready;
  private @Nullable List<Claimable<?>> more;
  private @Nullable List<Notice> notices;
  private @Nullable ArrayDeque<Node<?>> ended;
  private @Nullable ArrayDeque<InlineNode> inline;
  private @Nullable List<Node<?>> joined;
  private boolean awaited;

  /**
   * Records that all inputs of a step are available. It can be claimed once the listeners have been
   * notified.
   */
  void ready(Claimable<?> node) {
    ready = ready == null ? new ArrayList<>(1) : ready;
    ready.add(node);
    notice(node, Kind.READY, "");
  }

  /**
   * Records that a node in the state READY may have more work. The calling thread will look for it,
   * so no other thread needs to be started.
   */
  void more(Claimable<?> node) {
    more = more == null ? new ArrayList<>(2) : more;
    more.add(node);
    node.threadComes();
  }

  /** Records that a fan-out has ended. */
  void finished(Node<?> node) {
    notice(node, Kind.FINISHED, "");
  }

  /**
   * Makes a node absent because one of its inputs has settled as absent.
   *
   * @param missing the absent input
   */
  void skipped(Node<?> node, Node<?> missing) {
    if (node instanceof InlineNode part) {
      part.missing = missing;
    }
    skipped(node, node.key() == null ? "" : reason(node, missing));
  }

  /** Makes a node absent. */
  void skipped(Node<?> node, String reason) {
    node.state = State.ABSENT;
    notice(node, Kind.SKIPPED, reason);
    ended(node);
  }

  /**
   * Returns the reason of an absence: a condition of the node does not hold, or another step is
   * absent.
   */
  private static String reason(Node<?> node, Node<?> missing) {
    if (missing instanceof InlineNode part && part.owner.equals(node)) {
      return part.missing == null ? part.opposite() : reason(node, part.missing);
    }
    return missing.info().name() + " is absent";
  }

  /** Records that a node has settled, to be propagated to the nodes that wait for it. */
  public void ended(Node<?> node) {
    ended = ended == null ? new ArrayDeque<>(2) : ended;
    ended.add(node);
    awaited |= node.awaited;
  }

  /**
   * Records that a node joins the graph: an alternative of a choice, which the listeners know
   * already.
   */
  void joined(Node<?> node) {
    joined = joined == null ? new ArrayList<>(1) : joined;
    joined.add(node);
  }

  /** Returns the nodes that join the graph, and clears the list. */
  public List<Node<?>> takeJoined() {
    List<Node<?>> taken = joined == null ? List.of() : joined;
    joined = null;
    return taken;
  }

  /** Tells whether the caller thread waits for a node that has settled. */
  public boolean isAwaited() {
    return awaited;
  }

  @Nullable Node<?> nextEnded() {
    return ended == null ? null : ended.poll();
  }

  /** Queues an inline node for evaluation. */
  void evaluate(InlineNode node) {
    inline = inline == null ? new ArrayDeque<>(2) : inline;
    inline.add(node);
  }

  public @Nullable InlineNode nextToEvaluate() {
    return inline == null ? null : inline.poll();
  }

  public boolean isEmpty() {
    return ready == null && more == null && notices == null && inline == null;
  }

  /**
   * Returns the nodes with work for threads: first those that were READY already, then the new
   * ones.
   */
  public List<Claimable<?>> work() {
    if (more == null) {
      return ready == null ? List.of() : ready;
    } else if (ready == null) {
      return more;
    }
    List<Claimable<?>> work = new ArrayList<>(more);
    work.addAll(ready);
    return work;
  }

  private void notice(Node<?> node, Kind kind, String reason) {
    StepKey key = node.key();
    if (key != null) {
      notices = notices == null ? new ArrayList<>(2) : notices;
      notices.add(new Notice(key, kind, reason));
    }
  }

  /** Returns the notices for listeners, in the order of the changes. */
  public List<Notice> notices() {
    return notices == null ? List.of() : notices;
  }

  /** Makes the new nodes claimable. The listeners have been notified of them. */
  void open() {
    if (more != null) {
      more.forEach(Claimable::threadArrived);
    }
    if (ready != null) {
      for (Node<?> node : ready) {
        if (node.state == State.WAITING) {
          node.state = State.READY;
        }
      }
    }
  }
}
