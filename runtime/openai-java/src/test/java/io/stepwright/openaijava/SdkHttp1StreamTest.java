package io.stepwright.openaijava;

import io.stepwright.openai.contract.StreamContract;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClient;
import org.junit.jupiter.api.AfterEach;

class SdkHttp1StreamTest extends StreamContract {

  private final SdkClients clients = new SdkClients();

  @Override
  protected ModelServer server() {
    return ModelServer.http();
  }

  @Override
  protected ModelClient client(ModelServer server) {
    return OpenAiJavaClient.of(clients.make(server, "sk-1"));
  }

  /** OkHttp hears no interrupt while it reads from a socket, but for that of a virtual thread. */
  @Override
  protected boolean abortsAtOnce() {
    return Runtime.version().feature() >= 21;
  }

  @AfterEach
  void closeSdk() {
    clients.close();
  }
}
