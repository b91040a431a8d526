package io.stepwright.benchmarks.tools.side;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import io.stepwright.benchmarks.tools.desk.Order;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.desk.Status;
import io.stepwright.benchmarks.tools.server.Script;
import java.net.http.HttpClient;
import java.util.List;

/** LangChain4j's services, with strict schemas for the tool and the answer. */
final class LangChain4jSupport implements Support {

  private final Service service;

  LangChain4jSupport(String url, Shop shop, boolean atOnce) {
    OpenAiChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(url)
            .apiKey("none")
            .modelName("model")
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .strictJsonSchema(true)
            .strictTools(true)
            // As everybody here does: no attempt to upgrade to HTTP/2.
            .httpClientBuilder(
                new JdkHttpClientBuilder()
                    .httpClientBuilder(
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
            .build();
    AiServices<Service> services =
        AiServices.builder(Service.class).chatModel(model).tools(new Tools(shop));
    this.service = (atOnce ? services.executeToolsConcurrently() : services).build();
  }

  @Override
  public Resolution solve(String complaint) {
    return service.solve(complaint);
  }

  interface Service {
    Resolution solve(String complaint);
  }

  /** The tool. */
  public static final class Tools {

    private final Shop shop;

    Tools(Shop shop) {
      this.shop = shop;
    }

    /** Returns the orders of a customer. */
    @Tool(name = "orders", value = Script.TOOL)
    public List<Order> orders(@P("customer") String customer, @P("status") Status status) {
      return shop.orders(customer, status);
    }
  }
}
