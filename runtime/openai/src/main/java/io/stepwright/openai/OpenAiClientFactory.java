package io.stepwright.openai;

import com.google.auto.service.AutoService;
import io.stepwright.openai.client.Endpoints;
import io.stepwright.openai.client.JdkHttp;
import io.stepwright.openai.client.OpenAiModelClient;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;

/**
 * Makes clients for all servers with the chat completions API of OpenAI. Thread-safe.
 *
 * <p>Providers and their settings:
 *
 * <ul>
 *   <li>{@code openai}: a key, from {@code stepwright.providers.openai.api-key} or {@code
 *       OPENAI_API_KEY}; with a base URL of its own, from {@code
 *       stepwright.providers.openai.base-url} or {@code OPENAI_BASE_URL}, the key may be left out.
 *   <li>{@code ollama}: none; its default base URL is {@code http://localhost:11434/v1}.
 *   <li>any other name: {@code stepwright.providers.<name>.base-url}.
 * </ul>
 *
 * <p>A limit of output tokens is sent as {@code max_completion_tokens} by the provider {@code
 * openai} and to hosts of OpenAI and Azure, whose reasoning models take nothing else, and as {@code
 * max_tokens} to all others, because some of those servers silently ignore the newer name.
 *
 * <p>Connections are made by {@link java.net.http.HttpClient} and configured by its system
 * properties. JDK 17 to 20 keep an idle HTTP/1.1 connection for 20 minutes. If a firewall silently
 * drops idle connections, set {@code -Djdk.httpclient.keepalive.timeout=30} (seconds), the value of
 * later JDKs.
 */
@AutoService(ModelClientFactory.class)
public final class OpenAiClientFactory implements ModelClientFactory {

  /** For {@link java.util.ServiceLoader}. */
  public OpenAiClientFactory() {}

  @Override
  public boolean supports(ProviderSettings settings) {
    return Endpoints.known(settings);
  }

  @Override
  public ModelClient create(ProviderSettings settings) throws ProviderConfigurationException {
    JdkHttp.require();
    OpenAiModelClient client = new OpenAiModelClient(Endpoints.of(settings), null);
    client.warmUp();
    return client;
  }
}
