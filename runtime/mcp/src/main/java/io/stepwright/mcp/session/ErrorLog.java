package io.stepwright.mcp.session;

import io.stepwright.mcp.lock.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Logs what a process writes to its error stream, at DEBUG and bounded. Reads it in any case. */
final class ErrorLog {

  private static final Logger LOGGER = System.getLogger("io.stepwright.mcp");

  private final String server;
  private final AtomicInteger lines = new AtomicInteger();

  ErrorLog(String server) {
    this.server = server;
  }

  void read(InputStream errors) {
    byte[] chunk = new byte[8192];
    byte[] line = new byte[Limits.LOG_CHARACTERS];
    int length = 0;
    try {
      for (int n = errors.read(chunk); n >= 0; n = errors.read(chunk)) {
        for (int i = 0; i < n; i++) {
          if (chunk[i] == '\n') {
            log(new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
          } else if (length < line.length) {
            line[length++] = chunk[i];
          }
        }
      }
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, "The error stream of the MCP server {0} has ended.", server);
    }
  }

  void log(String text) {
    if (LOGGER.isLoggable(Level.DEBUG) && lines.incrementAndGet() <= Limits.LOG_LINES) {
      LOGGER.log(Level.DEBUG, "MCP server {0}: {1}", server, Shown.text(text));
    }
  }
}
