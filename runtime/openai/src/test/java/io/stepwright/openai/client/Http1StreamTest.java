package io.stepwright.openai.client;

import io.stepwright.openai.contract.StreamContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;

class Http1StreamTest extends StreamContract {

  @Override
  protected ModelServer server() {
    return ModelServer.http();
  }

  @Override
  protected ModelClient client(ModelServer server) {
    return Calls.client(server);
  }
}
