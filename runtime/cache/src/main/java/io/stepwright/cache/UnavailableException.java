package io.stepwright.cache;

/** Thrown if the store or the embedder is not available, or not in time. Never leaves the cache. */
final class UnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is thrown often during an outage, and is not logged. */
  UnavailableException() {
    super(null, null, false, false);
  }
}
