package io.stepwright.openai.client;

import io.stepwright.openai.contract.ClientContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;

class Http1ContractTest extends ClientContract {

  @Override
  protected ModelServer server() {
    return ModelServer.http();
  }

  @Override
  protected ModelClient client(ModelServer server, String apiKey) {
    return Calls.client(server, apiKey);
  }
}
