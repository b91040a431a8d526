package io.stepwright.mcp;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.lock.LockDiff;
import io.stepwright.mcp.lock.LockedTool;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the tools of a server with what was reviewed. */
final class Pins {

  private static final int LARGEST_LOCK = 16 * 1024 * 1024;

  private static final String WHAT_TO_DO =
      " It is not called; other tools are. Ask who runs the server, run 'mvn stepwright:mcp', and"
          + " review the change of the lock file before you release it.";

  private Pins() {}

  /**
   * Checks a tool.
   *
   * @param facade finds the copy of the lock file; null if nobody knows it
   * @throws McpToolChangedException if the tool is not what was reviewed
   */
  static void check(String server, McpTool tool, Lock offered, @Nullable Class<?> facade) {
    LockedTool now = offered.tool(tool.name());
    if (now == null) {
      throw new McpToolChangedException(
          "The MCP server '%s' has no tool '%s' any more.".formatted(server, tool.name())
              + WHAT_TO_DO,
          List.of());
    }
    if (now.sha256().equals(tool.sha256())) {
      return;
    }
    LockedTool reviewed = facade == null ? null : reviewed(server, tool, facade);
    List<String> differences = reviewed == null ? List.of() : LockDiff.between(reviewed, now);
    StringBuilder message =
        new StringBuilder(
            "The tool '%s' of the MCP server '%s' is not what was reviewed."
                .formatted(tool.name(), server));
    message.append(WHAT_TO_DO);
    for (String difference : differences) {
      message.append(System.lineSeparator()).append("  ").append(difference);
    }
    throw new McpToolChangedException(message.toString(), differences);
  }

  /**
   * Finds the entry of a hash in the copies of lock files on the class path; null if none has it.
   */
  private static @Nullable LockedTool reviewed(String server, McpTool tool, Class<?> facade) {
    String resource = "META-INF/stepwright/mcp/" + server + ".json";
    ClassLoader loader = facade.getClassLoader();
    try {
      for (URL url :
          Collections.list(
              loader == null
                  ? ClassLoader.getSystemResources(resource)
                  : loader.getResources(resource))) {
        try (InputStream stream = url.openStream()) {
          byte[] bytes = stream.readNBytes(LARGEST_LOCK);
          LockedTool found =
              Lock.parse(new String(bytes, StandardCharsets.UTF_8)).tool(tool.name());
          if (found != null && found.sha256().equals(tool.sha256())) {
            return found;
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return null; // The tool is refused in any case; only the differences are not known.
    }
    return null;
  }
}
