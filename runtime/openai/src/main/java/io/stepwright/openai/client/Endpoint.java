package io.stepwright.openai;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server and the credentials for it. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param baseUrl an http or https URL with a host and without a slash at its end
 * @param apiKey the API key, or null if the server needs none
 */
record Endpoint(String provider, URI baseUrl, @Nullable String apiKey) {

  static final String OPENAI = "openai";

  /** Tells whether the connection is encrypted. */
  boolean encrypted() {
    return "https".equalsIgnoreCase(baseUrl.getScheme());
  }

  /** Returns host and port, for messages. */
  String address() {
    int port = baseUrl.getPort();
    return baseUrl.getHost() + ":" + (port >= 0 ? port : encrypted() ? 443 : 80);
  }

  /** Tells whether the limit of output tokens is named {@code max_completion_tokens} here. */
  boolean countsCompletionTokens() {
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    return provider.equals(OPENAI) || host.endsWith(".openai.com") || host.endsWith(".azure.com");
  }

  /** Leaves out the key. */
  @Override
  public String toString() {
    return "Endpoint[provider=" + provider + ", baseUrl=" + baseUrl + "]";
  }
}
