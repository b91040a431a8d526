package io.stepwright.benchmarks.tools.server;

import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The replies of the model: calls of the tool, then the answer. Each is a whole HTTP response. */
public final class Script {

  /** The user message. */
  public static final String PROMPT =
      "Solve this complaint: my parcel is late, and nobody answers the phone. I am customer c1.";

  /** The description of the tool. */
  public static final String TOOL = "The orders of a customer.";

  /** The answer. */
  public static final Resolution ANSWER =
      new Resolution(true, "Both parcels are on their way and arrive on Friday.");

  private static final String ANSWER_JSON =
      "{\\\"done\\\":true,\\\"answer\\\":\\\"" + ANSWER.answer() + "\\\"}";

  private Script() {}

  /** Returns the response that calls the tool a number of times. */
  static byte[] calling(int calls) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= calls; i++) {
      all.add(
          """
          {"id":"call_%s","type":"function","function":{"name":"orders",\
          "arguments":"{\\"customer\\":\\"c%s\\",\\"status\\":\\"%s\\"}"}}"""
              .formatted(i, i, status(i)));
    }
    return response("null,\"tool_calls\":[" + String.join(",", all) + "]", "tool_calls");
  }

  /** Returns the status that the call of a number asks for, from 1 on. */
  public static Status status(int call) {
    return call % 2 == 0 ? Status.SHIPPED : Status.OPEN;
  }

  /** Returns the response with the answer. */
  static byte[] answering() {
    return response("\"" + ANSWER_JSON + "\"", "stop");
  }

  private static byte[] response(String content, String finish) {
    String body =
        """
        {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"model","choices":[{"index":0,\
        "message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,"finish_reason":"%s"}],\
        "usage":{"prompt_tokens":120,"completion_tokens":24,"total_tokens":144}}"""
            .formatted(content, finish);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.ISO_8859_1);
  }
}
