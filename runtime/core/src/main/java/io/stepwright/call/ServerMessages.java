package io.stepwright.call;

import io.stepwright.spi.ModelClientException;

/** Logs what servers say was wrong. It may quote prompts, so only those see it who ask for it. */
final class ServerMessages {

  private static final System.Logger LOG = System.getLogger("io.stepwright.server");

  private ServerMessages() {}

  static void log(String provider, String model, ModelClientException failure) {
    LOG.log(
        System.Logger.Level.DEBUG,
        () ->
            "%s/%s answered with %s: %s"
                .formatted(provider, model, failure.status(), failure.serverMessage()));
  }
}
