package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All work in progress for one run: bodies in execution, worker threads, and runs that were started
 * inside of bodies. Not thread-safe: the lock of the run guards it.
 */
final class Bodies extends IntrusiveList<Body> {

  // Child runs. Null for most runs.
  private @Nullable List<OpenRun> children;
  private int workers;

  /** Registers a body that its thread enters. */
  void enter(Body body) {
    add(body);
  }

  /**
   * Unregisters a body. From here on its thread gets no interrupt of this body.
   *
   * @return the reason why the body was stopped, or null
   */
  @Nullable StopReason leave(Body body) {
    remove(body);
    body.thread().leave();
    return body.stopped();
  }

  /**
   * Stops one body and the bodies that execute tools for it.
   *
   * @return the runs that were started inside of it; the caller must cancel them
   */
  List<OpenRun> stop(Body body, StopReason reason) {
    if (!body.stop(reason)) {
      return List.of();
    }
    for (Body other = first(); other != null; other = after(other)) {
      if (other.isOfTools() && other.isInside(body)) {
        other.stop(reason);
      }
    }
    return startedIn(body);
  }

  /**
   * Stops all bodies.
   *
   * @return the runs that were started inside of them; the caller must cancel them
   */
  List<OpenRun> stopAll(StopReason reason) {
    for (Body body = first(); body != null; body = after(body)) {
      body.stop(reason);
    }
    return children == null ? List.of() : List.copyOf(children);
  }

  /** Returns the bodies in execution, the latest first. */
  List<Body> list() {
    List<Body> list = new ArrayList<>();
    for (Body body = first(); body != null; body = after(body)) {
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

  /** Tells whether a worker thread is active or a child run is open. */
  boolean isAtWork() {
    return workers > 0 || (children != null && !children.isEmpty());
  }
}
