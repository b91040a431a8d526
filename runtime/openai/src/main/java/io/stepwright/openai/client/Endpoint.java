package io.stepwright.openai.client;

import io.stepwright.openai.request.RequestForm;
import io.stepwright.spi.ProviderSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server and the credentials for it. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param baseUrl an http or https URL with a host and without a slash at its end
 * @param apiKey the API key, or null if the server needs none
 * @param extraHeaders headers of each request, over those of the client; the values are secrets
 * @param query the query of each request, or null
 * @param keyHeader the header of the API key
 * @param form what differs in requests to this server
 */
public record Endpoint(
    String provider,
    URI baseUrl,
    @Nullable String apiKey,
    Map<String, String> extraHeaders,
    @Nullable String query,
    String keyHeader,
    RequestForm form) {

  static final String OPENAI = "openai";
  private static final String BEARER = "Authorization";

  /** The headers, in lower case, that servers of models read a credential from. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "authorization", "api-key", "x-api-key", "x-goog-api-key", "ocp-apim-subscription-key");

  /** Copies the map. */
  public Endpoint {
    extraHeaders = Map.copyOf(extraHeaders);
  }

  /** Makes the endpoint of a provider that has only an address and a key. */
  public Endpoint(String provider, URI baseUrl, @Nullable String apiKey) {
    this(new ProviderSettings(provider, null, null, name -> null), baseUrl, apiKey);
  }

  /** Makes an endpoint with the settings of a provider over what is known of the server. */
  Endpoint(ProviderSettings settings, URI baseUrl, @Nullable String apiKey) {
    this(settings, baseUrl, apiKey, KnownProviders.serving(settings.name(), baseUrl.getHost()));
  }

  private Endpoint(
      ProviderSettings settings, URI baseUrl, @Nullable String apiKey, KnownProvider known) {
    this(
        settings.name(),
        baseUrl,
        apiKey,
        settings.headers(),
        settings.query(),
        known.keyHeader(),
        new RequestForm(
            known.tokenLimit(),
            Objects.requireNonNullElse(settings.structuredOutput(), known.structuredOutput()),
            Objects.requireNonNullElse(settings.schemaKeywords(), known.keywords()),
            Objects.requireNonNullElse(settings.resultWithTools(), known.resultWithTools()),
            settings.body()));
  }

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

  /** Returns the URL of chat completions, which may hold a secret. */
  URI completions() {
    return URI.create(baseUrl + "/chat/completions" + (query == null ? "" : "?" + query));
  }

  /** Returns the headers of each request, which are secrets. */
  Map<String, String> headers() {
    if (apiKey == null) {
      return extraHeaders;
    }
    String value = keyHeader.equals(BEARER) ? "Bearer " + apiKey : apiKey;
    if (extraHeaders.isEmpty()) {
      return Map.of(keyHeader, value);
    }
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put(keyHeader, value);
    all.putAll(extraHeaders);
    return all;
  }

  /**
   * Tells whether a configured header stands for the API key. Others, such as the organization that
   * pays, do not.
   */
  boolean hasCredentialHeader() {
    for (Map.Entry<String, String> header : extraHeaders.entrySet()) {
      String name = header.getKey();
      if (!header.getValue().isBlank()
          && (name.equalsIgnoreCase(keyHeader)
              || CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Endpoint[provider=" + provider + ", baseUrl=" + baseUrl + "]";
  }
}
