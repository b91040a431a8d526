package io.stepwright.spi;

/**
 * Carries a context that lives in thread-locals (logging, tracing, security) into every step of a
 * run. Thread-safe.
 */
public interface ContextPropagator {

  /** Takes the context of the calling thread: once a run, on the thread that asked for the run. */
  Snapshot capture();

  /** A captured context. Thread-safe: steps of one run restore it at the same time. */
  interface Snapshot {

    /** Puts the context on the calling thread until the scope is closed on that thread. */
    Scope restore();
  }

  /** A restored context. */
  interface Scope extends AutoCloseable {

    /** Puts back what the thread had before. */
    @Override
    void close();
  }
}
