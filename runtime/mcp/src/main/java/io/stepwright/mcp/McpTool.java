package io.stepwright.mcp;

import java.util.Objects;

/**
 * A tool of an MCP server as it was reviewed. Immutable.
 *
 * @param name the name that the server gives it
 * @param sha256 the hash of its entry in the lock file, in 64 lower-case hexadecimal digits
 */
public record McpTool(String name, String sha256) {

  private static final int DIGITS = 64;

  /**
   * Makes a tool.
   *
   * @throws IllegalArgumentException if the hash is not one of SHA-256
   */
  public McpTool {
    Objects.requireNonNull(name, "name");
    if (sha256.length() != DIGITS) {
      throw new IllegalArgumentException(
          "The hash of the MCP tool '%s' is not 64 hexadecimal digits.".formatted(name));
    }
  }

  /** Makes a tool. Called by generated classes. */
  public static McpTool of(String name, String sha256) {
    return new McpTool(name, sha256);
  }
}
