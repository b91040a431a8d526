package io.stepwright.spi;

/**
 * A call of a tool, as a model asks for it. Nothing of it is to be trusted. Immutable.
 *
 * @param id the identifier that the result of the call carries
 * @param name the name of the tool, as the model wrote it
 * @param arguments the arguments as the model wrote them, which should be a JSON object
 */
public record ToolCall(String id, String name, String arguments) {

  /** Makes the texts {@linkplain ModelRequest#wellFormed well-formed}. */
  public ToolCall {
    id = ModelRequest.wellFormed(id);
    name = ModelRequest.wellFormed(name);
    arguments = ModelRequest.wellFormed(arguments);
  }

  /** Omits the arguments, which may be personal. */
  @Override
  public String toString() {
    return "ToolCall[name=" + ServerText.name(name) + "]";
  }
}
