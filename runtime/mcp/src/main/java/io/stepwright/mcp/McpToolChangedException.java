package io.stepwright.mcp;

import java.util.List;

/**
 * Thrown in place of a call if a tool is no longer what was reviewed: its description or a schema
 * has changed, or it is gone. Nothing was sent to the tool; the other tools of the server go on.
 */
public final class McpToolChangedException extends McpException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Lists of List.copyOf are serializable.
  private final List<String> differences;

  McpToolChangedException(String message, List<String> differences) {
    super(message);
    this.differences = List.copyOf(differences);
  }

  /**
   * The differences, a line each; empty if the tool is gone, or the reviewed text is not on the
   * class path. They quote the server, bounded and with escapes for invisible characters.
   */
  public List<String> differences() {
    return differences;
  }
}
