package io.stepwright.openai;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Clients and requests for tests. */
final class Calls {

  static final Duration LONG = Duration.ofSeconds(60);

  private Calls() {}

  static OpenAiModelClient client(ModelServer server) {
    return client(server, null);
  }

  static OpenAiModelClient client(ModelServer server, @Nullable String key) {
    Endpoint endpoint = new Endpoint("local", URI.create(server.baseUrl()), key);
    return new OpenAiModelClient(
        endpoint, server.baseUrl().startsWith("https") ? server.trust() : null);
  }

  static OpenAiModelClient client(String baseUrl) {
    return new OpenAiModelClient(new Endpoint("local", URI.create(baseUrl), null), null);
  }

  static ModelRequest request(String prompt) {
    return request(prompt, LONG);
  }

  static ModelRequest request(String prompt, Duration timeout) {
    return new ModelRequest("tiny", null, prompt, null, Double.NaN, 0, timeout, "key-of-step");
  }

  static ModelClientException failure(OpenAiModelClient client, ModelRequest request) {
    return catchThrowableOfType(ModelClientException.class, () -> client.call(request));
  }
}
