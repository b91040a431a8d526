package io.stepwright.background;

/** Makes the threads that a runtime has for itself: they run no steps. */
public interface DaemonThreads {

  /** A daemon thread, which is not started yet. */
  Thread make(Runnable task, String name);
}
