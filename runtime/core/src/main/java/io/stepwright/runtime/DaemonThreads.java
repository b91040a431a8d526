package io.stepwright.runtime;

/** Makes the threads that a runtime has for itself: they run no steps. */
interface DaemonThreads {

  /** A daemon thread, which is not started yet. */
  Thread make(Runnable task, String name);
}
