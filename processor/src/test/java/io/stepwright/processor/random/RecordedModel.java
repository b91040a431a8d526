package io.stepwright.processor.random;

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
    String question = Given.text(request);
    if (present == null || !Given.isPrompt(question)) {
      throw new IllegalStateException("Asked without need: " + question);
    }
    String answer = present.ask(question);
    return new ModelReply(answer, request.model(), ModelReply.Finish.COMPLETE, 1, 1);
  }

  @Override
  public void close() {}
}
