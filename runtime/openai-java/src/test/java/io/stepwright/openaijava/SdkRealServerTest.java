package io.stepwright.openaijava;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.stepwright.openai.contract.RealServerContract;
import io.stepwright.spi.ModelClient;

class SdkRealServerTest extends RealServerContract {

  @Override
  protected ModelClient client(String baseUrl) {
    return OpenAiJavaClient.of(
        OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("none").build());
  }
}
