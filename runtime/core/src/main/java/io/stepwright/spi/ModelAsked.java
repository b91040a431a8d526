package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * What an attempt asks, without a word of the prompt. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param model the model's name at its provider
 * @param host the host of the server, without user, path and key; null if the client does not say
 * @param port the port of the server, {@link #NO_PORT} if the client does not say
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the most tokens of the answer, 0 if the server decides
 * @param structured whether the answer has to fit a schema; otherwise it is plain text
 */
public record ModelAsked(
    String provider,
    String model,
    @Nullable String host,
    int port,
    double temperature,
    int maxOutputTokens,
    boolean structured) {

  /** The port of a server that is not known. */
  public static final int NO_PORT = -1;
}
