package io.stepwright.processor.diagnostics;

/** The severity of a diagnostic. */
public enum Severity {
  /** Not printed. */
  IGNORE,
  /** Printed; the class is generated. */
  WARNING,
  /** Printed; the build fails. */
  ERROR
}
