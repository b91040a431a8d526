package io.stepwright.redis;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the parts of the client's exceptions that may be shown: their messages may quote data.
 */
final class Failures {

  private Failures() {}

  /** Returns the I/O failure behind an exception, or null if there is none. */
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
