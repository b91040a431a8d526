package io.stepwright.mcp.session;

/** Bounds on what a server may send. */
final class Limits {

  /** Bytes of a message. */
  static final int MESSAGE_BYTES = 4 * 1024 * 1024;

  /** Tools of a server. */
  static final int TOOLS = 1_000;

  /** Answers that list the tools. */
  static final int PAGES = 100;

  /** Characters of all tools. */
  static final int TOOL_CHARACTERS = 8 * 1024 * 1024;

  /** Requests of the server that are answered in a session: all with a refusal. */
  static final int REFUSALS = 100;

  /** Requests that are waiting to be written to a process. */
  static final int UNWRITTEN = 1_000;

  /** Characters of a line of the error stream that are logged. */
  static final int LOG_CHARACTERS = 1_000;

  /** Lines of the error stream that are logged. */
  static final int LOG_LINES = 10_000;

  private Limits() {}
}
