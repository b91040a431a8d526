package io.stepwright.openaijava;

import com.openai.client.OpenAIClient;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the options of a client, which has no method that returns them. */
final class SdkOptions {

  private SdkOptions() {}

  /** Returns the options, without retries and logs. */
  static ClientOptions of(OpenAIClient client) {
    AtomicReference<ClientOptions> seen = new AtomicReference<>();
    client.withOptions(options -> seen.set(options.maxRetries(0).logLevel(LogLevel.OFF).build()));
    ClientOptions options = seen.get();
    if (options == null) {
      throw new IllegalArgumentException(
          "The OpenAIClient does not tell its options: its withOptions does not call back. Pass one"
              + " that is built by the library openai-java.");
    }
    return options;
  }
}
