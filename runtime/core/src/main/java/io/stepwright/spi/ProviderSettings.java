package io.stepwright.spi;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one provider. Immutable.
 *
 * @param name the provider's name, as in {@code provider/model}
 * @param baseUrl {@code stepwright.providers.<name>.base-url}, or null
 * @param apiKey {@code stepwright.providers.<name>.api-key}, or null
 * @param headers {@code stepwright.providers.<name>.headers}: headers of each request by their
 *     names; the values are secrets
 * @param query {@code stepwright.providers.<name>.query}, which is appended to the URL of each
 *     request; or null
 * @param body {@code stepwright.providers.<name>.body}: a JSON object that is merged into the body
 *     of each request; or null
 * @param structuredOutput {@code stepwright.providers.<name>.structured-output}, or null for the
 *     provider's default
 * @param schemaKeywords {@code stepwright.providers.<name>.schema-keywords}, or null for the
 *     provider's default
 * @param resultWithTools {@code stepwright.providers.<name>.typed-result-with-tools}, or null for
 *     the provider's default
 * @param environment reads an environment variable, null when it is not set; for variables that the
 *     provider's users already have
 */
public record ProviderSettings(
    String name,
    @Nullable String baseUrl,
    @Nullable String apiKey,
    Map<String, String> headers,
    @Nullable String query,
    @Nullable String body,
    @Nullable StructuredOutput structuredOutput,
    @Nullable SchemaKeywords schemaKeywords,
    @Nullable ResultWithTools resultWithTools,
    Function<String, @Nullable String> environment) {

  /** Copies the map. */
  public ProviderSettings {
    headers = Map.copyOf(headers);
  }

  /** Makes the configuration of a provider that has only an address and a key. */
  public ProviderSettings(
      String name,
      @Nullable String baseUrl,
      @Nullable String apiKey,
      Function<String, @Nullable String> environment) {
    this(name, baseUrl, apiKey, Map.of(), null, null, null, null, null, environment);
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "ProviderSettings[name=" + name + ", baseUrl=" + baseUrl + "]";
  }
}
