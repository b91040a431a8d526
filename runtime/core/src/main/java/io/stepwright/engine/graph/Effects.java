package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows of a change of the graph, for its user to perform. For the thread that made the
 * change.
 */
public final class Effects {

  /** Kinds of notices. */
  public enum Kind {
    /** It is absent because of an input or a condition. */
    SKIPPED,
    /** All of its inputs are there. */
    READY,
    /** All items of a fan-out have ended. */
    FINISHED
  }

  /**
   * A change of a step that listeners are told of, and that no thread in its body tells.
   *
   * @param reason why it was skipped; else empty
   */
  public record Notice(StepKey key, Kind kind, String reason) {}

  // Most steps make nothing ready, or one step: no list before there is something to put into it.
  private @Nullable List<Claimable<?>> ready;
  private @Nullable List<Claimable<?>> more;
  private @Nullable List<Notice> notices;
  private @Nullable ArrayDeque<Node<?>> ended;
  private @Nullable ArrayDeque<InlineNode> inline;
  private @Nullable List<Node<?>> joined;
  private boolean awaited;

  /** All inputs of a step are there: it can be claimed once the listeners know. */
  void ready(Claimable<?> node) {
    ready = ready == null ? new ArrayList<>(1) : ready;
    ready.add(node);
    notice(node, Kind.READY, "");
  }

  /**
   * There may be more work for threads at a node that is open already. This thread will look after
   * it: nobody else needs to start one.
   */
  void more(Claimable<?> node) {
    more = more == null ? new ArrayList<>(2) : more;
    more.add(node);
    node.threadComes();
  }

  /** A fan-out has ended. */
  void finished(Node<?> node) {
    notice(node, Kind.FINISHED, "");
  }

  /** A node is absent because of one that it waits for. */
  void skipped(Node<?> node, Node<?> missing) {
    if (node instanceof InlineNode part) {
      part.missing = missing;
    }
    skipped(node, node.key() == null ? "" : reason(node, missing));
  }

  /** A node is absent. */
  void skipped(Node<?> node, String reason) {
    node.state = State.ABSENT;
    notice(node, Kind.SKIPPED, reason);
    ended(node);
  }

  /** Why a node is absent: a condition of its own does not hold, or another step is absent. */
  private static String reason(Node<?> node, Node<?> missing) {
    if (missing instanceof InlineNode part && part.owner.equals(node)) {
      return part.missing == null ? part.opposite() : reason(node, part.missing);
    }
    return missing.info().name() + " is absent";
  }

  /** A node has a value or is absent, which those that wait for it are to know. */
  public void ended(Node<?> node) {
    ended = ended == null ? new ArrayDeque<>(2) : ended;
    ended.add(node);
    awaited |= node.awaited;
  }

  /** A node joins the graph: an arm of a choice, which the listeners know of. */
  void joined(Node<?> node) {
    joined = joined == null ? new ArrayList<>(1) : joined;
    joined.add(node);
  }

  /** Takes the nodes that join the graph. */
  public List<Node<?>> takeJoined() {
    List<Node<?>> taken = joined == null ? List.of() : joined;
    joined = null;
    return taken;
  }

  /** Whether the caller waits for something that has ended. */
  public boolean isAwaited() {
    return awaited;
  }

  @Nullable Node<?> nextEnded() {
    return ended == null ? null : ended.poll();
  }

  /** A part of a step is to be evaluated. */
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

  /** Nodes with work for threads: those that are open already, then those that become ready. */
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

  /** Notices for listeners, in the order of the changes. */
  public List<Notice> notices() {
    return notices == null ? List.of() : notices;
  }

  /** Lets threads claim what the listeners know of. */
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
