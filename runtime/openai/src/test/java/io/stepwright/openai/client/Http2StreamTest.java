package io.stepwright.openai.client;

import io.stepwright.openai.contract.StreamContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;

class Http2StreamTest extends StreamContract {

  @Override
  protected ModelServer server() {
    return ModelServer.https(100);
  }

  @Override
  protected ModelClient client(ModelServer server) {
    return Calls.client(server);
  }
}
