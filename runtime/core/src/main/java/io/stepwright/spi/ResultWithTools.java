package io.stepwright.spi;

/** The way in which a server is asked for a typed answer by a step that offers tools. */
public enum ResultWithTools {
  /** The form of the answer stands in the request, beside the tools. */
  BOTH,
  /** The answer is the arguments of one more tool, for servers that do not accept both. */
  TOOL
}
