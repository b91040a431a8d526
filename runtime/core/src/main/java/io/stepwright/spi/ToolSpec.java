package io.stepwright.spi;

/**
 * A tool that a model may call. Immutable.
 *
 * @param name at most 64 ASCII letters, digits, {@code _} and {@code -}
 * @param description what the tool does and when to call it, for the model
 * @param parameters the strict JSON Schema of its arguments, which is that of an object
 */
public record ToolSpec(String name, String description, String parameters) {

  /** Makes the texts {@linkplain ModelRequest#wellFormed well-formed}. */
  public ToolSpec {
    description = ModelRequest.wellFormed(description);
    parameters = ModelRequest.wellFormed(parameters);
  }
}
