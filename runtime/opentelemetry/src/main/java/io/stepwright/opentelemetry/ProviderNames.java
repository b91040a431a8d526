package io.stepwright.opentelemetry;

import io.stepwright.spi.ModelAsked;
import java.util.Locale;
import java.util.Map;

/** Maps providers to their names in the conventions; unknown ones keep the configured name. */
final class ProviderNames {

  // Provider names by the ends of host names.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("api.openai.com", "openai"),
          Map.entry("openai.azure.com", "azure.ai.openai"),
          Map.entry("services.ai.azure.com", "azure.ai.inference"),
          Map.entry("api.anthropic.com", "anthropic"),
          Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
          Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
          Map.entry("api.mistral.ai", "mistral_ai"),
          Map.entry("api.cohere.com", "cohere"),
          Map.entry("api.cohere.ai", "cohere"),
          Map.entry("api.deepseek.com", "deepseek"),
          Map.entry("api.groq.com", "groq"),
          Map.entry("api.moonshot.ai", "moonshot_ai"),
          Map.entry("api.perplexity.ai", "perplexity"),
          Map.entry("api.x.ai", "x_ai"));

  private ProviderNames() {}

  static String of(ModelAsked asked) {
    String host = asked.host() == null ? "" : asked.host().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> known : KNOWN.entrySet()) {
      String end = known.getKey();
      // A regional host of Vertex AI has a prefix that ends with a hyphen.
      if (host.equals(end) || host.endsWith("." + end) || host.endsWith("-" + end)) {
        return known.getValue();
      }
    }
    return asked.provider();
  }
}
