package io.stepwright.openai.client;

import static io.stepwright.spi.ResultWithTools.BOTH;
import static io.stepwright.spi.ResultWithTools.TOOL;
import static io.stepwright.spi.SchemaKeywords.ALL;
import static io.stepwright.spi.SchemaKeywords.BASIC;
import static io.stepwright.spi.StructuredOutput.JSON_OBJECT;
import static io.stepwright.spi.StructuredOutput.JSON_SCHEMA;
import static io.stepwright.spi.StructuredOutput.PROMPT;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The providers that are known by name, from the documentation of each. Where a provider's models
 * differ, its defaults are those that every model accepts.
 */
final class KnownProviders {

  private static final String BEARER = "Authorization";
  private static final String NEWER = "max_completion_tokens";
  private static final String USUAL = "max_tokens";

  static final List<KnownProvider> TABLE =
      List.of(
          new KnownProvider(
              "openai",
              "https://api.openai.com/v1",
              "openai.com",
              "OPENAI_API_KEY",
              "OPENAI_BASE_URL",
              BEARER,
              NEWER,
              JSON_SCHEMA,
              ALL,
              BOTH),
          new KnownProvider(
              "azure",
              "https://" + KnownProvider.RESOURCE + ".openai.azure.com/openai/v1",
              "azure.com",
              "AZURE_OPENAI_API_KEY",
              null,
              "api-key",
              NEWER,
              JSON_SCHEMA,
              ALL,
              BOTH),
          // Ignores the format of answers.
          row("anthropic", "https://api.anthropic.com/v1", "anthropic.com", PROMPT, BASIC, BOTH),
          // Its models before Gemini 3 refuse a format beside tools.
          row(
              "gemini",
              "https://generativelanguage.googleapis.com/v1beta/openai",
              "googleapis.com",
              JSON_SCHEMA,
              BASIC,
              TOOL),
          // Refuses a format beside tools.
          row("mistral", "https://api.mistral.ai/v1", "mistral.ai", JSON_SCHEMA, ALL, TOOL),
          // Refuses json_schema.
          row("deepseek", "https://api.deepseek.com", "deepseek.com", JSON_OBJECT, ALL, BOTH),
          // Some models refuse json_schema, and all accept json_object, but not beside tools.
          row("groq", "https://api.groq.com/openai/v1", "groq.com", JSON_OBJECT, ALL, TOOL),
          // Passes schemas on to servers of many kinds.
          row(
              "openrouter",
              "https://openrouter.ai/api/v1",
              "openrouter.ai",
              JSON_SCHEMA,
              BASIC,
              BOTH),
          // These three hold a model to the format from its first word, so that it calls no tool.
          local("ollama", "http://localhost:11434/v1", TOOL),
          local("vllm", "http://localhost:8000/v1", TOOL),
          local("llamacpp", "http://localhost:8080/v1", TOOL));

  private static final KnownProvider ANY = local("", "", BOTH);

  private KnownProviders() {}

  private static KnownProvider row(
      String name,
      String baseUrl,
      String domain,
      StructuredOutput structuredOutput,
      SchemaKeywords keywords,
      ResultWithTools resultWithTools) {
    String keyVariable = name.toUpperCase(Locale.ROOT) + "_API_KEY";
    return new KnownProvider(
        name,
        baseUrl,
        domain,
        keyVariable,
        null,
        BEARER,
        USUAL,
        structuredOutput,
        keywords,
        resultWithTools);
  }

  private static KnownProvider local(String name, String baseUrl, ResultWithTools resultWithTools) {
    return new KnownProvider(
        name, baseUrl, "", null, null, BEARER, USUAL, JSON_SCHEMA, ALL, resultWithTools);
  }

  /** Returns the provider of a name, or null. */
  static @Nullable KnownProvider named(String name) {
    for (KnownProvider provider : TABLE) {
      if (provider.name().equals(name)) {
        return provider;
      }
    }
    return null;
  }

  /**
   * Returns what is known of a server: by its host, which tells more than the name that a user gave
   * it, else by the name.
   */
  static KnownProvider serving(String name, String host) {
    String folded = host.toLowerCase(Locale.ROOT);
    for (KnownProvider provider : TABLE) {
      if (provider.serves(folded)) {
        return provider;
      }
    }
    KnownProvider named = named(name);
    return named == null ? ANY : named;
  }
}
