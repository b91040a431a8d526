package io.stepwright.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one provider. Immutable.
 *
 * @param name the provider's name, as in {@code provider/model}
 * @param baseUrl {@code stepwright.providers.<name>.base-url}, or null
 * @param apiKey {@code stepwright.providers.<name>.api-key}, or null
 * @param environment reads an environment variable, null when it is not set; for variables that the
 *     provider's users already have
 */
public record ProviderSettings(
    String name,
    @Nullable String baseUrl,
    @Nullable String apiKey,
    Function<String, @Nullable String> environment) {

  /** Leaves out the key. */
  @Override
  public String toString() {
    return "ProviderSettings[name=" + name + ", baseUrl=" + baseUrl + "]";
  }
}
