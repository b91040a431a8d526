package io.stepwright.openai.client;

import io.stepwright.openai.contract.RealServerContract;
import io.stepwright.spi.ModelClient;

class RealServerTest extends RealServerContract {

  @Override
  protected ModelClient client(String baseUrl) {
    return Calls.client(baseUrl);
  }
}
