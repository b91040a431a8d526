package io.stepwright.spi;

/** The keywords of JSON Schema that a server accepts. */
public enum SchemaKeywords {
  /** All that Stepwright writes. */
  ALL,
  /**
   * Not {@code minimum}, {@code maximum}, {@code pattern} and {@code format}, which are checked
   * when the answer is read anyway.
   */
  BASIC
}
