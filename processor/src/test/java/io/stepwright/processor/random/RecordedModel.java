package io.stepwright.processor.random;

import io.stepwright.processor.testing.Repairs;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
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
    if (present == null || Repairs.isOne(request)) {
      throw new IllegalStateException("Asked without need: " + request.prompt());
    }
    String answer = present.ask(request.prompt());
    return new ModelReply(answer, request.model(), ModelReply.Finish.COMPLETE, 1, 1);
  }

  @Override
  public void close() {}
}
