package io.stepwright.redis;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of the client's exceptions: a server's words in them may quote what was sent.
 */
final class Failures {

  private Failures() {}

  /** What happened on the wire, or null if something else did. */
  static @Nullable IOException io(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        if (suppressed instanceof IOException io) {
          return io;
        }
      }
    }
    return null;
  }
}
