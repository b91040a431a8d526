package io.stepwright.openai.reply;

/**
 * A call of a tool. Immutable.
 *
 * @param id the identifier, at most 256 characters, unlike that of any other call of its message
 * @param name the name of the tool, at most 256 characters
 * @param arguments the arguments as they were sent, which should be a JSON object
 */
public record Call(String id, String name, String arguments) {

  /** Leaves out the arguments, which may be personal. */
  @Override
  public String toString() {
    return "Call[name=" + name + "]";
  }
}
