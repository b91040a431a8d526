package io.stepwright.openai.client;

import io.stepwright.openai.contract.ClientContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;

class Http2ContractTest extends ClientContract {

  @Override
  protected ModelServer server() {
    return ModelServer.https(100);
  }

  @Override
  protected ModelClient client(ModelServer server, String apiKey) {
    return Calls.client(server, apiKey);
  }
}
