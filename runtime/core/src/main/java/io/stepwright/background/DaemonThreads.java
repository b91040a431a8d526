package io.stepwright.background;

import java.util.concurrent.ThreadFactory;

/** Creates the internal threads of a runtime, which run no steps. */
@FunctionalInterface
public interface DaemonThreads {

  /** Makes plain daemon threads. */
  DaemonThreads PLAIN = DaemonThreads::daemon;

  /** Creates a daemon thread without starting it. */
  Thread make(Runnable task, String name);

  /** Returns a factory of threads with the same name. */
  default ThreadFactory named(String name) {
    return task -> make(task, name);
  }

  /**
   * Creates a daemon thread that inherits no thread-locals, because it would keep them for its
   * whole life.
   */
  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
