package io.stepwright.benchmarks.tools.side;

import io.stepwright.benchmarks.tools.desk.Order;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.desk.Status;
import io.stepwright.benchmarks.tools.server.Script;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.converter.BeanOutputConverter;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Spring AI's chat client, with its tools and its converter made once, and the schema of the answer
 * in the request.
 */
final class SpringAiSupport implements Support {

  private final ChatClient client;
  private final BeanOutputConverter<Resolution> converter =
      new BeanOutputConverter<>(Resolution.class);

  SpringAiSupport(String url, Shop shop) {
    OpenAiChatOptions options =
        OpenAiChatOptions.builder().baseUrl(url).apiKey("none").model("model").build();
    this.client =
        ChatClient.builder(OpenAiChatModel.builder().options(options).build())
            .defaultTools(new Tools(shop))
            .build();
  }

  @Override
  public Resolution solve(String complaint) {
    Resolution answer =
        client
            .prompt()
            .user(complaint)
            .call()
            .entity(converter, ChatClient.EntityParamSpec::useProviderStructuredOutput);
    if (answer == null) {
      throw new IllegalStateException("no answer");
    }
    return answer;
  }

  /** The tool. */
  public static final class Tools {

    private final Shop shop;

    Tools(Shop shop) {
      this.shop = shop;
    }

    /** Returns the orders of a customer. */
    @Tool(name = "orders", description = Script.TOOL)
    public List<Order> orders(
        @ToolParam(description = "customer") String customer,
        @ToolParam(description = "status") Status status) {
      return shop.orders(customer, status);
    }
  }
}
