package io.stepwright.processor.diagnostics;

/**
 * A position in the sources. Only the package that creates and prints positions knows their
 * content, so that the rest of the processor needs no compiler types.
 */
public interface Place {

  /**
   * Returns whether {@code @SuppressWarnings} on this element, or on an enclosing one, suppresses
   * warnings of an id.
   */
  boolean suppresses(DiagnosticId id);
}
