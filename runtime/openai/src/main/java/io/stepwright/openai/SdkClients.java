package io.stepwright.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sets the SDK up as nothing but a codec: retries, limits, logs and telemetry are not its business.
 */
final class SdkClients {

  private SdkClients() {}

  static OpenAIClient create(Endpoint endpoint, JdkTransport transport) {
    return new OpenAIClientImpl(
        ClientOptions.builder()
            .httpClient(transport)
            .baseUrl(endpoint.baseUrl().toString())
            // It insists on a key. The transport sends the real one, which so gets into no
            // exception here.
            .apiKey("unused")
            .maxRetries(0)
            .sleeper(NO_SLEEP)
            .streamHandlerExecutor(Runnable::run)
            // Its log can hold whole prompts.
            .logLevel(LogLevel.OFF)
            .disableTelemetry(true)
            .build());
  }

  /** The default one starts a timer's thread, for retries that never happen. */
  private static final Sleeper NO_SLEEP =
      new Sleeper() {
        @Override
        public void sleep(Duration duration) {
          throw new UnsupportedOperationException("retries are off");
        }

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
          throw new UnsupportedOperationException("retries are off");
        }

        @Override
        public void close() {}
      };
}
