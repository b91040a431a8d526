package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is at work for one run: bodies that threads are inside of, threads of the executor, and
 * runs that were started inside of bodies. Not thread-safe: the lock of the run guards it.
 */
final class Bodies {

  private final IntrusiveList<Body> bodies = new IntrusiveList<>();

  // Most runs have none.
  private @Nullable List<OpenRun> children;
  private int workers;

  /** A thread enters a body. */
  void enter(Body body) {
    bodies.add(body);
  }

  /** Ends what {@link #enter} began; from here on the thread gets no interrupt of this body. */
  @Nullable Stop leave(Body body) {
    bodies.remove(body);
    body.thread().leave();
    return body.stopped();
  }

  /**
   * Stops one body.
   *
   * @return the runs that were started inside of it, which must be cancelled then
   */
  List<OpenRun> stop(Body body, Stop reason) {
    return body.stop(reason) ? startedIn(body) : List.of();
  }

  /**
   * Stops all bodies.
   *
   * @return the runs that were started inside of them, which must be cancelled then
   */
  List<OpenRun> stopAll(Stop reason) {
    for (Body body = bodies.first(); body != null; body = bodies.after(body)) {
      body.stop(reason);
    }
    return children == null ? List.of() : List.copyOf(children);
  }

  /** The bodies that threads are inside of, the latest first. */
  List<Body> list() {
    List<Body> list = new ArrayList<>();
    for (Body body = bodies.first(); body != null; body = bodies.after(body)) {
      list.add(body);
    }
    return list;
  }

  // ---------------------------------------------------------------- threads and runs

  void workerEntered() {
    workers++;
  }

  void workerLeft() {
    workers--;
  }

  void adopt(OpenRun child) {
    children = children == null ? new ArrayList<>(2) : children;
    children.add(child);
  }

  void release(OpenRun child) {
    if (children != null) {
      children.remove(child);
    }
  }

  private List<OpenRun> startedIn(Body body) {
    if (children == null) {
      return List.of();
    }
    List<OpenRun> found = new ArrayList<>();
    for (OpenRun child : children) {
      Body parent = child.startedIn();
      if (parent != null && parent.isInside(body)) {
        found.add(child);
      }
    }
    return found;
  }

  /**
   * Tells whether a thread of the executor is at work, or a run that was started inside is open.
   */
  boolean isAtWork() {
    return workers > 0 || (children != null && !children.isEmpty());
  }
}
