package io.stepwright.mcp;

/**
 * Thrown if a call was sent, and no usable answer came: in time, before the session ended, or at
 * all. The tool may have run, and is not called again.
 */
public final class McpCallException extends McpException {

  private static final long serialVersionUID = 1L;

  McpCallException(String message) {
    super(message);
  }

  McpCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
