package io.stepwright.spi;

/** The freedom that a model has to call the tools of a request. */
public enum ToolChoice {
  /** The model decides. */
  AUTO,
  /** The model has to answer without a call. */
  NONE,
  /** The model has to call at least one tool. */
  REQUIRED
}
