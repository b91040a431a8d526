package io.stepwright.processor.random;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model in memory that answers as the recorder of the run says. Serves one run at a time. */
final class RecordedModel implements ModelClient {

  private volatile @Nullable Recorder recorder;

  /** Sets the run whose requests are answered from now on. */
  void answerFor(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public ModelReply call(ModelRequest request) throws InterruptedException {
    Recorder present = recorder;
    String question = Given.text(request);
    if (present == null || !Given.isPrompt(question)) {
      throw new IllegalStateException("Asked without need: " + question);
    }
    List<String> told = new ArrayList<>();
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.ToolResult result) {
        told.add(JsonValue.parse("{\"text\":" + result.text() + "}").field("text").asString());
      }
    }
    if (told.size() < request.tools().size()) {
      return reply("", request).calling(calls(request));
    }
    for (String part : told) {
      if (!question.contains("|" + part)) {
        throw new IllegalStateException("A tool got %s for %s".formatted(part, question));
      }
    }
    return reply(present.ask(question), request);
  }

  /** Returns a call of each tool. */
  private static List<ToolCall> calls(ModelRequest request) {
    List<ToolCall> calls = new ArrayList<>();
    for (ToolSpec tool : request.tools()) {
      calls.add(new ToolCall("id" + calls.size(), tool.name(), "{\"n\":" + calls.size() + "}"));
    }
    return calls;
  }

  private static ModelReply reply(String text, ModelRequest request) {
    return new ModelReply(text, request.model(), ModelReply.Finish.COMPLETE, 1, 1);
  }

  @Override
  public void close() {}
}
