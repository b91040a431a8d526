package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * The data of an attempt's request, without the text of the prompt. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param model the model's name at its provider
 * @param host the host of the server, without user, path and key; null if the client does not tell
 * @param port the port of the server, {@link #NO_PORT} if the client does not tell
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the maximum number of output tokens, 0 if the server decides
 * @param structured true if the answer has to fit a schema, false if it is plain text
 */
public record ModelAsked(
    String provider,
    String model,
    @Nullable String host,
    int port,
    double temperature,
    int maxOutputTokens,
    boolean structured) {

  /** The port of a server whose address is not known. */
  public static final int NO_PORT = -1;
}
