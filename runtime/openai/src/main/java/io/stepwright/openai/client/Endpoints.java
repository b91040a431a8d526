package io.stepwright.openai.client;

import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the server of a provider from its settings. */
public final class Endpoints {

  private static final String OPENAI_URL = "https://api.openai.com/v1";
  private static final String OLLAMA_URL = "http://localhost:11434/v1";

  /** The path of one operation, which is often copied as part of the base URL. */
  private static final Pattern OPERATION =
      Pattern.compile("/(chat/completions|completions|responses|embeddings|models)$");

  private Endpoints() {}

  /** Tells whether there is a base URL for the provider. */
  public static boolean known(ProviderSettings settings) {
    return baseUrl(settings) != null;
  }

  /**
   * Returns the server of a provider.
   *
   * @throws ProviderConfigurationException if a setting is missing or wrong; never quotes the key
   */
  public static Endpoint of(ProviderSettings settings) throws ProviderConfigurationException {
    String text = baseUrl(settings);
    if (text == null) {
      throw new ProviderConfigurationException(
          "Provider \""
              + settings.name()
              + "\" has no base URL. Set "
              + property(settings, "base-url")
              + ", for example to http://localhost:8080/v1.");
    }
    Endpoint endpoint = new Endpoint(settings.name(), url(settings, text), key(settings));
    if (text.equals(OPENAI_URL) && endpoint.apiKey() == null) {
      throw new ProviderConfigurationException(
          "Provider \"openai\" has no API key. Set OPENAI_API_KEY or "
              + property(settings, "api-key")
              + ", or set "
              + property(settings, "base-url")
              + " or OPENAI_BASE_URL to a server that needs none.");
    }
    return endpoint;
  }

  private static @Nullable String baseUrl(ProviderSettings settings) {
    String configured = text(settings.baseUrl());
    if (configured != null) {
      return configured;
    }
    return switch (settings.name()) {
      case Endpoint.OPENAI -> {
        String inherited = text(settings.environment().apply("OPENAI_BASE_URL"));
        yield inherited != null ? inherited : OPENAI_URL;
      }
      case "ollama" -> OLLAMA_URL;
      default -> null;
    };
  }

  private static @Nullable String key(ProviderSettings settings)
      throws ProviderConfigurationException {
    String key = text(settings.apiKey());
    if (key == null && settings.name().equals(Endpoint.OPENAI)) {
      key = text(settings.environment().apply("OPENAI_API_KEY"));
    }
    // The HTTP client quotes a header that it cannot send, so such a key must not reach it.
    if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new ProviderConfigurationException(
          "The API key of provider \""
              + settings.name()
              + "\" holds a blank, a line break or a letter outside ASCII. Check "
              + property(settings, "api-key")
              + (settings.name().equals(Endpoint.OPENAI) ? " or OPENAI_API_KEY." : "."));
    }
    return key;
  }

  private static URI url(ProviderSettings settings, String text)
      throws ProviderConfigurationException {
    URI url;
    try {
      url = new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw wrong(settings, "is not a URL");
    }
    String scheme = url.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw wrong(settings, "does not start with http:// or https://");
    }
    // Not quoted before this check: user information is a secret.
    if (url.getRawUserInfo() != null) {
      throw wrong(settings, "contains a user name or a password: set api-key instead");
    }
    String problem = Hosts.problem(url);
    if (problem != null) {
      throw wrong(settings, problem);
    }
    Matcher operation = OPERATION.matcher(url.getRawPath());
    if (operation.find()) {
      throw wrong(
          settings,
          "ends with "
              + operation.group()
              + ", which is appended to it: remove that, so that it ends with /v1 or the like");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw wrong(settings, "contains a query or a fragment, which is not supported");
    }
    return url;
  }

  private static ProviderConfigurationException wrong(ProviderSettings settings, String what) {
    return new ProviderConfigurationException(
        "The base URL of provider \""
            + settings.name()
            + "\" "
            + what
            + ". Check "
            + property(settings, "base-url")
            + (settings.name().equals(Endpoint.OPENAI) ? " or OPENAI_BASE_URL" : "")
            + "; a good one looks like https://api.example.com/v1.");
  }

  private static String property(ProviderSettings settings, String key) {
    return "stepwright.providers." + settings.name() + "." + key;
  }

  /** Treats a blank value as not set, as is usual for environment variables. */
  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
