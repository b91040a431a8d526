package io.stepwright.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Configures the SDK as a mere codec: without its retries, limits, logs and telemetry. */
final class SdkClients {

  private SdkClients() {}

  static OpenAIClient create(Endpoint endpoint, JdkTransport transport) {
    return new OpenAIClientImpl(
        ClientOptions.builder()
            .httpClient(transport)
            .baseUrl(endpoint.baseUrl().toString())
            // Required by the SDK. The transport sends the real key, which thus reaches no
            // exception here.
            .apiKey("unused")
            .maxRetries(0)
            .sleeper(NO_SLEEP)
            .streamHandlerExecutor(Runnable::run)
            // The SDK's log can contain whole prompts.
            .logLevel(LogLevel.OFF)
            .disableTelemetry(true)
            .build());
  }

  /** Replaces the default, which starts a timer thread for retries that never happen. */
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
