package io.stepwright.processor.diagnostics;

/** How serious a diagnostic is. */
public enum Severity {
  /** Not printed. */
  IGNORE,
  /** Printed; the agent is generated. */
  WARNING,
  /** Printed; the build fails. */
  ERROR
}
