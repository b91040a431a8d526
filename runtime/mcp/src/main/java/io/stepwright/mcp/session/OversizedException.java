package io.stepwright.mcp.session;

import java.io.IOException;
import java.util.Locale;

/** Signals a message that is too long. */
final class OversizedException extends IOException {

  private static final long serialVersionUID = 1L;

  OversizedException() {
    super(
        String.format(
            Locale.ROOT, "it sent a message of more than %d bytes", Limits.MESSAGE_BYTES));
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
