package io.stepwright.openaijava;

import io.stepwright.openai.contract.StreamContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;
import org.junit.jupiter.api.AfterEach;

class SdkHttp2StreamTest extends StreamContract {

  private final SdkClients clients = new SdkClients();

  @Override
  protected ModelServer server() {
    return ModelServer.https(100);
  }

  @Override
  protected ModelClient client(ModelServer server) {
    return OpenAiJavaClient.of(clients.make(server, "sk-1"));
  }

  @AfterEach
  void closeSdk() {
    clients.close();
  }
}
