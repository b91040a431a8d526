package io.stepwright.openai;

import com.google.auto.service.AutoService;
import io.stepwright.openai.client.Endpoints;
import io.stepwright.openai.client.OpenAiModelClient;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;

/**
 * Makes clients for all servers with the chat completions API of OpenAI. Thread-safe.
 *
 * <p>The providers {@code openai}, {@code anthropic}, {@code gemini}, {@code mistral}, {@code
 * deepseek}, {@code groq} and {@code openrouter} need a key only, from {@code
 * stepwright.providers.<name>.api-key} or from the variable {@code <NAME>_API_KEY}; {@code azure}
 * the base URL of its resource as well, and its variable is {@code AZURE_OPENAI_API_KEY}. {@code
 * ollama}, {@code vllm} and {@code llamacpp} are on this machine. Any other name needs {@code
 * stepwright.providers.<name>.base-url}. For {@code openai}, {@code OPENAI_BASE_URL} is read, too.
 *
 * <p>Where servers differ, the host of the base URL decides, else the name of the provider: the
 * header of the key, how a server is told the schema of an answer, the keywords of schemas, and the
 * name of the limit of output tokens. That is {@code max_completion_tokens} for OpenAI and Azure,
 * whose reasoning models take nothing else, and {@code max_tokens} for all others, because some of
 * those servers silently ignore the newer name. Settings replace each of them.
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
