package io.stepwright.processor.testing;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A model in memory that records its requests. */
public final class FakeModel implements ModelClient {

  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final Function<ModelRequest, String> answers;

  /** A model that answers by a function. */
  public FakeModel(Function<ModelRequest, String> answers) {
    this.answers = answers;
  }

  /** Returns the recorded requests. */
  public List<ModelRequest> requests() {
    return requests;
  }

  @Override
  public ModelReply call(ModelRequest request) {
    requests.add(request);
    return new ModelReply(
        answers.apply(request), request.model(), ModelReply.Finish.COMPLETE, 1, 1);
  }

  @Override
  public void close() {}
}
