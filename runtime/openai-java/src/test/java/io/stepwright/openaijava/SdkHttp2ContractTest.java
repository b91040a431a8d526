package io.stepwright.openaijava;

import io.stepwright.openai.contract.ClientContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;
import org.junit.jupiter.api.AfterEach;

class SdkHttp2ContractTest extends ClientContract {

  private final SdkClients clients = new SdkClients();

  @Override
  protected ModelServer server() {
    return ModelServer.https(100);
  }

  @Override
  protected ModelClient client(ModelServer server, String apiKey) {
    return OpenAiJavaClient.of(clients.make(server, apiKey));
  }

  @AfterEach
  void closeSdk() {
    clients.close();
  }
}
