package io.stepwright.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model and its provider. Immutable.
 *
 * @param provider the provider's name
 * @param name the model's name at its provider; it may contain slashes
 */
public record ModelName(String provider, String name) {

  /** The provider of a model that is written without one. */
  public static final String DEFAULT_PROVIDER = "openai";

  /** The providers whose servers are known without a setting. */
  public static final List<String> KNOWN_PROVIDERS =
      List.of(
          DEFAULT_PROVIDER,
          "anthropic",
          "azure",
          "deepseek",
          "gemini",
          "groq",
          "llamacpp",
          "mistral",
          "ollama",
          "openrouter",
          "vllm");

  /**
   * Parses {@code name}, a model of the default provider, or {@code provider/name}, split at the
   * first slash.
   *
   * @throws IllegalArgumentException if a part is empty
   */
  public static ModelName parse(String text) {
    int slash = text.indexOf('/');
    ModelName model =
        slash < 0
            ? new ModelName(DEFAULT_PROVIDER, text)
            : new ModelName(text.substring(0, slash), text.substring(slash + 1));
    if (model.provider.isBlank() || model.name.isBlank()) {
      throw new IllegalArgumentException(
          "'%s' is not a model. Write name, provider/name or alias:name."
              .formatted(Excerpt.of(text)));
    }
    return model;
  }

  /** Returns the alias in a text {@code alias:name}; null if it names a model. */
  public static @Nullable String alias(String text) {
    return text.startsWith(Aliases.PREFIX) ? text.substring(Aliases.PREFIX.length()) : null;
  }

  /** The model as {@code provider/name}. */
  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
