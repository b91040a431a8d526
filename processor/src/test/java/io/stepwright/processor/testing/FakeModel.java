package io.stepwright.processor.testing;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A model in memory that records its requests. */
public final class FakeModel implements ModelClient {

  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final Function<ModelRequest, ModelReply> replies;

  /** A model that answers by a function. */
  public FakeModel(Function<ModelRequest, String> answers) {
    this(answers, FakeModel::reply);
  }

  private FakeModel(
      Function<ModelRequest, String> answers, BiFunction<ModelRequest, String, ModelReply> reply) {
    this.replies = request -> reply.apply(request, answers.apply(request));
  }

  /**
   * A model that calls tools in its first turn, and afterwards answers by a function.
   *
   * @param calls returns the calls of a request
   */
  public static FakeModel calling(
      Function<ModelRequest, List<ToolCall>> calls, Function<ModelRequest, String> answers) {
    return new FakeModel(
        request -> "",
        (request, unused) ->
            request.turns().stream().anyMatch(Turn.ToolResult.class::isInstance)
                    || request.tools().isEmpty()
                ? reply(request, answers.apply(request))
                : reply(request, "").calling(calls.apply(request)));
  }

  private static ModelReply reply(ModelRequest request, String text) {
    return new ModelReply(text, request.model(), ModelReply.Finish.COMPLETE, 1, 1);
  }

  /** Returns the results of tools that a request ends with. */
  public static List<String> told(ModelRequest request) {
    List<String> told = new ArrayList<>();
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.ToolResult result) {
        told.add(result.text());
      } else {
        told.clear();
      }
    }
    return told;
  }

  /** Returns the recorded requests. */
  public List<ModelRequest> requests() {
    return requests;
  }

  @Override
  public ModelReply call(ModelRequest request) {
    requests.add(request);
    return replies.apply(request);
  }

  @Override
  public void close() {}
}
