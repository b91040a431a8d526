package io.stepwright.spi;

/** The way in which a server is told the schema of an answer. */
public enum StructuredOutput {
  /** As a strict schema, which the server enforces. */
  JSON_SCHEMA,
  /** The server is asked for any JSON object; the schema stands in the instructions. */
  JSON_OBJECT,
  /** The server is asked for text; the schema stands in the instructions. */
  PROMPT
}
