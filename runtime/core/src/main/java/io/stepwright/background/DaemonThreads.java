package io.stepwright.background;

import java.util.concurrent.ThreadFactory;

/** Makes the threads that a runtime has for itself: they run no steps. */
@FunctionalInterface
public interface DaemonThreads {

  /** A daemon thread, which is not started yet. */
  Thread make(Runnable task, String name);

  /** A factory of threads that share a name. */
  default ThreadFactory named(String name) {
    return task -> make(task, name);
  }

  /** A daemon thread that inherits no thread-locals: they would stay with it for ever. */
  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
