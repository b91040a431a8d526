package io.stepwright.openai.client;

import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the server of a provider from its settings. */
public final class Endpoints {

  /** The paths of operations, which are often copied as part of the base URL. */
  private static final List<String> OPERATIONS =
      List.of("/chat/completions", "/completions", "/responses", "/embeddings", "/models");

  private Endpoints() {}

  /** Tells whether there is a base URL for the provider, or what it looks like is known. */
  public static boolean known(ProviderSettings settings) {
    return baseUrl(settings) != null || KnownProviders.named(settings.name()) != null;
  }

  /**
   * Returns the server of a provider.
   *
   * @throws ProviderConfigurationException if a setting is missing or wrong; never quotes the key
   */
  public static Endpoint of(ProviderSettings settings) throws ProviderConfigurationException {
    KnownProvider known = KnownProviders.named(settings.name());
    String text = baseUrl(settings);
    if (text == null) {
      throw new ProviderConfigurationException(
          "Provider \""
              + settings.name()
              + "\" has no base URL. Set "
              + property(settings, "base-url")
              + (known == null
                  ? ", for example to http://localhost:8080/v1."
                  : " to " + known.baseUrl() + ", with the name of your own resource."));
    }
    Endpoint endpoint = new Endpoint(settings, url(settings, text), key(settings));
    if (known != null && lacksKey(endpoint, known)) {
      throw new ProviderConfigurationException(
          "Provider \""
              + settings.name()
              + "\" has no API key. Set "
              + keys(settings)
              + ", or set "
              + property(settings, "base-url")
              + (known.urlVariable() == null ? "" : " or " + known.urlVariable())
              + " to a server that needs none.");
    }
    return endpoint;
  }

  private static boolean lacksKey(Endpoint endpoint, KnownProvider known) {
    return known.keyVariable() != null
        && endpoint.apiKey() == null
        && !endpoint.hasCredentialHeader()
        && known.serves(endpoint.baseUrl().getHost().toLowerCase(Locale.ROOT));
  }

  private static @Nullable String baseUrl(ProviderSettings settings) {
    String configured = text(settings.baseUrl());
    KnownProvider known = KnownProviders.named(settings.name());
    if (configured != null || known == null) {
      return configured;
    }
    String variable = known.urlVariable();
    String inherited = variable == null ? null : text(settings.environment().apply(variable));
    return inherited != null || !known.hasBaseUrl() ? inherited : known.baseUrl();
  }

  private static @Nullable String key(ProviderSettings settings)
      throws ProviderConfigurationException {
    String key = text(settings.apiKey());
    String variable = keyVariable(settings.name());
    if (key == null && variable != null) {
      key = text(settings.environment().apply(variable));
    }
    // The HTTP client quotes a header that it cannot send, so such a key must not reach it.
    if (key != null && !isSent(key)) {
      throw new ProviderConfigurationException(
          "The API key of provider \""
              + settings.name()
              + "\" holds a blank, a line break or a letter outside ASCII. Check "
              + property(settings, "api-key")
              + (variable == null ? "." : " or " + variable + "."));
    }
    return key;
  }

  private static boolean isSent(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) <= ' ' || key.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String withoutSlashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  private static URI url(ProviderSettings settings, String text)
      throws ProviderConfigurationException {
    URI url;
    try {
      url = new URI(withoutSlashes(text));
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
    for (String operation : OPERATIONS) {
      if (url.getRawPath().endsWith(operation)) {
        throw wrong(
            settings,
            "ends with "
                + operation
                + ", which is appended to it: remove that, so that it ends with /v1 or the like");
      }
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw wrong(settings, "contains a query or a fragment: set query instead");
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

  /** Returns the variable of a provider's key, or null if there is none. */
  static @Nullable String keyVariable(String provider) {
    KnownProvider known = KnownProviders.named(provider);
    return known == null ? null : known.keyVariable();
  }

  private static String keys(ProviderSettings settings) {
    String variable = keyVariable(settings.name());
    return (variable == null ? "" : variable + " or ") + property(settings, "api-key");
  }

  private static String property(ProviderSettings settings, String key) {
    return "stepwright.providers." + settings.name() + "." + key;
  }

  /** Treats a blank value as not set, as is usual for environment variables. */
  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
