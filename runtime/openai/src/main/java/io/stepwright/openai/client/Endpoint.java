package io.stepwright.openai.client;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server and the credentials for it. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param baseUrl an http or https URL with a host and without a slash at its end
 * @param apiKey the API key, or null if the server needs none
 */
public record Endpoint(String provider, URI baseUrl, @Nullable String apiKey) {

  static final String OPENAI = "openai";

  /** The provider of a client that was made from an {@code OpenAIClient} of the application. */
  public static final String OPENAI_JAVA = "openai-java";

  /** Tells whether the connection is encrypted. */
  public boolean encrypted() {
    return "https".equalsIgnoreCase(baseUrl.getScheme());
  }

  /** Returns host and port, for messages. */
  String address() {
    int port = baseUrl.getPort();
    return baseUrl.getHost() + ":" + (port >= 0 ? port : encrypted() ? 443 : 80);
  }

  /** Returns the URL of chat completions. */
  URI completions() {
    return URI.create(baseUrl + "/chat/completions");
  }

  /** Returns the headers of each request, which are secrets. */
  Map<String, String> headers() {
    return apiKey == null ? Map.of() : Map.of("Authorization", "Bearer " + apiKey);
  }

  /** Returns the server's name for the limit of output tokens. */
  String tokenLimit() {
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    boolean newer =
        provider.equals(OPENAI) || host.endsWith(".openai.com") || host.endsWith(".azure.com");
    return newer ? "max_completion_tokens" : "max_tokens";
  }

  /** Leaves out the key. */
  @Override
  public String toString() {
    return "Endpoint[provider=" + provider + ", baseUrl=" + baseUrl + "]";
  }
}
