package io.stepwright.mcp;

/**
 * A call of a tool of an MCP server that failed. The message names the server and says what to do;
 * it contains no argument and no secret. A model is told only the simple name of the class.
 */
public abstract sealed class McpException extends RuntimeException
    permits McpServerUnavailableException, McpCallException, McpToolChangedException {

  private static final long serialVersionUID = 1L;

  McpException(String message) {
    super(message);
  }

  McpException(String message, Throwable cause) {
    super(message, cause);
  }
}
