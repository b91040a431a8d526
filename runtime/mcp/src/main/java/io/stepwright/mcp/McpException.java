package io.stepwright.mcp;

/**
 * A call of a tool of an MCP server that failed. The message names the server and says what to do;
 * it contains no argument, no secret and no text of a server. An exception of this package that a
 * tool throws is told to a model only by its simple class name.
 */
public class McpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  McpException(String message) {
    super(message);
  }

  McpException(String message, Throwable cause) {
    super(message, cause);
  }
}
