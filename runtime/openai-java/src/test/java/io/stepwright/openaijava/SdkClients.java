package io.stepwright.openaijava;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.stepwright.openai.testing.ModelServer;
import java.util.ArrayList;
import java.util.List;

/** Clients as an application would configure them, which are closed together. For one thread. */
final class SdkClients implements AutoCloseable {

  private final List<OpenAIClient> made = new ArrayList<>();

  OpenAIClient make(ModelServer server, String apiKey) {
    OpenAIOkHttpClient.Builder builder =
        OpenAIOkHttpClient.builder()
            .baseUrl(server.baseUrl())
            .apiKey(apiKey)
            // The runtime owns retries, whatever the application has set.
            .maxRetries(5);
    if (server.baseUrl().startsWith("https")) {
      builder
          .sslSocketFactory(server.trust().getSocketFactory())
          .trustManager(server.trustManager());
    }
    return add(builder.build());
  }

  OpenAIClient add(OpenAIClient client) {
    made.add(client);
    return client;
  }

  @Override
  public void close() {
    made.forEach(OpenAIClient::close);
  }
}
