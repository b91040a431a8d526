package io.stepwright.call;

import io.stepwright.spi.ModelClientException;

/**
 * Logs the error messages of servers. They may quote prompts, so the logger must be set to DEBUG by
 * its own name: setting a whole application or all of Stepwright to DEBUG does not show them.
 */
final class ServerMessages {

  private static final System.Logger LOG = System.getLogger("io.stepwright.server");
  private static final System.Logger ABOVE = System.getLogger("io.stepwright");

  private ServerMessages() {}

  static void log(String provider, String model, ModelClientException failure) {
    String message = failure.serverMessage();
    if (message == null || ABOVE.isLoggable(System.Logger.Level.DEBUG)) {
      return;
    }
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "%s/%s answered with %s: %s".formatted(provider, model, failure.status(), message));
  }
}
