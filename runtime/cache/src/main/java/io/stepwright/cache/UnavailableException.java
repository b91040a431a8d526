package io.stepwright.cache;

/** The store or the embedder cannot tell, or not in time. Never leaves the cache. */
final class UnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is thrown often when something is down, and nobody reads it. */
  UnavailableException() {
    super(null, null, false, false);
  }
}
