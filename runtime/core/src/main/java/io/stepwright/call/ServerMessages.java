package io.stepwright.call;

import io.stepwright.spi.ModelClientException;

/**
 * Logs what servers say was wrong. It may quote prompts, so the logger has to be set to DEBUG by
 * its own name: who sets a whole application or everything of Stepwright to DEBUG does not see it.
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
