package io.stepwright.spi;

/**
 * Carries a context that lives in thread-locals (logging, tracing, security) into every step of a
 * run. Thread-safe.
 */
public interface ContextPropagator {

  /**
   * Captures the context of the calling thread. Called once per run, on the thread that calls the
   * agent.
   */
  Snapshot capture();

  /** A captured context. Thread-safe: steps of one run restore it at the same time. */
  interface Snapshot {

    /** Sets the context on the calling thread until the scope is closed on that thread. */
    Scope restore();
  }

  /** A restored context. */
  interface Scope extends AutoCloseable {

    /** Restores the context that the thread had before. */
    @Override
    void close();
  }
}
