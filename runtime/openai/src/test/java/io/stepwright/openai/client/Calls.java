package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
    return request("tiny", List.of(new Turn.User(prompt)), null, options(Double.NaN, 0, timeout));
  }

  static ModelRequest.Options options(double temperature, int tokens, Duration timeout) {
    return new ModelRequest.Options(
        temperature, tokens, timeout, "key-of-step", ToolChoice.AUTO, null);
  }

  static ModelRequest request(
      String model,
      List<Turn> turns,
      ModelRequest.@Nullable Schema schema,
      ModelRequest.Options options) {
    return new ModelRequest(
        new StepId("Agent", "step", "step", ""), model, turns, List.of(), schema, options);
  }

  static ModelClientException failure(OpenAiModelClient client, ModelRequest request) {
    return catchThrowableOfType(ModelClientException.class, () -> client.call(request));
  }
}
