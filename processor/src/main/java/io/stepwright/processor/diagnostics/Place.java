package io.stepwright.processor.diagnostics;

/**
 * Where in the sources something stands. Opaque to all but the package that makes and prints
 * places, so that the rest of the processor needs no compiler types.
 */
public interface Place {

  /**
   * Whether a warning of this id is silenced here, or around here, by {@code @SuppressWarnings}.
   */
  boolean suppresses(DiagnosticId id);
}
