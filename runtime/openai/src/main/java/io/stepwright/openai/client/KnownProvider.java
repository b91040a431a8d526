package io.stepwright.openai.client;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a provider that hold without a setting. Immutable.
 *
 * @param name its name in the configuration
 * @param baseUrl its base URL; with {@value #RESOURCE} if each user has one of their own; empty if
 *     it is not known
 * @param domain the domain of its servers; empty if they run anywhere
 * @param keyVariable the environment variable of the API key, or null if the server needs none
 * @param urlVariable the environment variable of a base URL, or null
 * @param keyHeader the header of the API key
 * @param tokenLimit its name for the limit of output tokens
 * @param structuredOutput how it is told the schema of an answer
 * @param keywords the keywords of schemas that it accepts
 * @param resultWithTools how it is asked for a typed answer beside tools
 */
record KnownProvider(
    String name,
    String baseUrl,
    String domain,
    @Nullable String keyVariable,
    @Nullable String urlVariable,
    String keyHeader,
    String tokenLimit,
    StructuredOutput structuredOutput,
    SchemaKeywords keywords,
    ResultWithTools resultWithTools) {

  /** The place of the user's own name in a base URL. */
  static final String RESOURCE = "RESOURCE";

  /** Tells whether the base URL can be used as it is. */
  boolean hasBaseUrl() {
    return !baseUrl.isEmpty() && !baseUrl.contains(RESOURCE);
  }

  /** Tells whether a host is one of its servers. */
  boolean serves(String host) {
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }
}
