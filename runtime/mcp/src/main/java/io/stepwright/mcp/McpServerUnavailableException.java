package io.stepwright.mcp;

/** Thrown if no session with an MCP server can be had. The tool was not called. */
public final class McpServerUnavailableException extends McpException {

  private static final long serialVersionUID = 1L;

  McpServerUnavailableException(String message) {
    super(message);
  }
}
