package io.stepwright.mcp;

import io.stepwright.mcp.session.Failure;
import io.stepwright.runtime.ToolRefusal;

/** Makes exceptions from failures of sessions. */
final class Failures {

  /** The code of JSON-RPC for wrong parameters, here those that a model has chosen. */
  private static final int INVALID_PARAMS = -32602;

  private static final String NOT_AGAIN =
      " The tool may have run, so it is not called again. Look at the server's log.";

  private Failures() {}

  /**
   * Makes an exception.
   *
   * @param sent whether the failure is one of the call, and not of what comes before it
   */
  static RuntimeException of(String server, Failure failure, boolean sent, boolean closed) {
    if (closed) {
      return new McpServerUnavailableException(
          "The session with the MCP server '%s' was closed, with its McpServers."
              .formatted(server));
    }
    String serverText = failure.serverText();
    if (sent && failure.code() == INVALID_PARAMS && serverText != null) {
      return new ToolRefusal(Results.bounded(serverText));
    }
    if (sent && !failure.isUnseen()) {
      return new McpCallException(
          "A call of the MCP server '%s' failed: %s.%s"
              .formatted(server, failure.message(), serverText == null ? NOT_AGAIN : ""));
    }
    return new McpServerUnavailableException(
        ("The MCP server '%1$s' is not available: %2$s. The tool was not called. Check"
                + " stepwright.mcp.%1$s.url or .command, and whether the server runs; what a program"
                + " writes to its error stream is logged by io.stepwright.mcp at DEBUG.")
            .formatted(server, failure.message()));
  }

  static McpException interrupted(String server) {
    return new McpCallException(
        "The thread was interrupted while it waited for the MCP server '%s'.".formatted(server));
  }
}
