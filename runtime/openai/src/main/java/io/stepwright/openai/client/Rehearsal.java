package io.stepwright.openai.client;

import io.stepwright.openai.request.ChatRequestWriter;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.Turn;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A call that is not sent, which loads the classes that a real one needs. */
final class Rehearsal {

  private static final String SCHEMA = "{\"type\":\"object\"}";
  private static final String ANSWER =
      """
      {"id":"a","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"a"},\
      "finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1}}""";

  private Rehearsal() {}

  /** Writes a request and reads its answer. */
  static void run(Endpoint endpoint, ChatReplies replies) {
    ModelRequest request =
        new ModelRequest(
            new StepId("", "", "", ""),
            "m",
            List.of(new Turn.Instructions("a"), new Turn.User("a")),
            List.of(),
            new ModelRequest.Schema("a", SCHEMA),
            new ModelRequest.Options(Duration.ZERO, "a"));
    ChatRequestWriter.body(request, endpoint.tokenLimit());
    InputStream body = new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.UTF_8));
    replies.of(200, name -> List.of(), body, "m");
  }
}
